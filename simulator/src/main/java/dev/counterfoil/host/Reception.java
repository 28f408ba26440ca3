package dev.counterfoil.host;

import dev.counterfoil.codec.Malformed;
import dev.counterfoil.codec.Tlv;
import dev.counterfoil.host.TerminalEntry.Batch;
import dev.counterfoil.host.TerminalEntry.Registration;
import dev.counterfoil.host.inspection.InspectionDesk;
import dev.counterfoil.host.keys.KeySerial;
import dev.counterfoil.protocol.hostcommand.HsmDialogue;
import dev.counterfoil.protocol.iso8583.Dialect;
import dev.counterfoil.protocol.iso8583.IsoMessage;
import dev.counterfoil.protocol.iso8583.KeyDownload;
import dev.counterfoil.protocol.iso8583.inspection.InspectionReport;
import dev.counterfoil.protocol.iso8583.notice.DeviceNotice;
import dev.counterfoil.protocol.iso8583.online.OnlineDownload;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Where requests come in: it reads them, looks for an answer that was ordered, and leads them to their desk. */
final class Reception {
    private static final String NOT_SUPPORTED = "40";
    private static final String NOT_PERMITTED = "58";
    private static final String SIGN_OFF = "002";
    private static final String ECHO = "301";
    private static final String STATUS = "362";
    private static final String VOID = "20";
    private static final String BALANCE = "31";

    private final Effects effects;
    private final Dialect dialect;
    private final Books books;
    private final Script.Rack scripts;
    private final HsmDialogue hsm;
    private final KeyService keys;
    private final SwitchLeg network;
    private final Answers answers;
    private final Gate gate;
    private final Booking booking;
    private final SignInDesk signIn;
    private final SaleDesk sales;
    private final VoidDesk voids;
    private final DownloadDesk downloads;
    private final SettlementDesk settlement;
    private final InspectionDesk inspections;
    private final Supplier<HostPolicies> policies;

    Reception(HostConfig config, Supplier<HostPolicies> policies, Script.Rack scripts, Effects effects) {
        this.effects = effects;
        this.dialect = config.terminals();
        this.scripts = scripts;
        this.policies = policies;
        books = new Books(config.store(), effects);
        hsm = new HsmDialogue(new HsmLine(effects, policies, this::silence));
        keys = new KeyService(effects, hsm, config.keys());
        network = new SwitchLeg(effects, keys, config.network(), policies, books.lastSwitchStan());
        answers = new Answers(effects, books, keys, desk(config, policies));
        booking = new Booking(effects, books, answers, network, policies, config.acquirerId());
        gate = new Gate(effects, books, booking, answers, keys, dialect, policies);
        signIn = new SignInDesk(effects, gate, books, answers, keys, dialect, policies);
        sales = new SaleDesk(gate, booking, books, keys, dialect);
        voids = new VoidDesk(gate, booking, books, answers, policies);
        downloads = new DownloadDesk(effects, gate, books, answers, keys, policies, config.random());
        settlement = new SettlementDesk(effects, gate, books, answers);
        inspections = new InspectionDesk(
                config.store(),
                effects,
                new Books.Inspectors(books, keys, signIn),
                () -> policies.get().inspectionEvery(),
                () -> policies.get().inspectionGrace());
    }

    private Answers.Desk desk(HostConfig config, Supplier<HostPolicies> policies) {
        return new Answers.Desk() {
            @Override
            public Dialect dialect() {
                return config.terminals();
            }

            @Override
            public HostPolicies policies() {
                return policies.get();
            }

            @Override
            public String acquirerId() {
                return config.acquirerId();
            }

            @Override
            public String nextReference() {
                return network.next().rrn();
            }
        };
    }

    private void silence(String header) {
        hsm.silence(header);
    }

    /** Sends commands to the HSM and waits for it as long as the policy says. */
    private record HsmLine(Effects effects, Supplier<HostPolicies> policies, Consumer<String> silence)
            implements HsmDialogue.Line {
        @Override
        public void send(byte[] frame) {
            effects.send(Host.HSM, frame);
        }

        @Override
        public void startTimer(String header) {
            effects.alarm("HSM " + header, policies.get().hsmTimeoutNanos(), () -> silence.accept(header));
        }

        @Override
        public void cancelTimer(String header) {
            effects.cancel("HSM " + header);
        }
    }

    /** Tells the trace what is in the books, and goes on with what was left half done. */
    void open() {
        for (TerminalEntry terminal : books.terminals()) {
            effects.emit(new HostEvents.TerminalEntry(
                    terminal.name(), terminal.registration().words()));
            keys.tellAll(terminal);
            inspections.watch(terminal.name(), terminal.identity().terminalId());
            KeySerial serial = books.serial(terminal);
            if (serial != null) {
                keys.tell(terminal, serial, "stored");
            }
            if (books.permits(terminal)) {
                effects.emit(new HostEvents.PermitOpened(terminal.name()));
            }
        }
        inspections.resume();
        booking.resume();
    }

    /** A whole frame from a terminal's line. */
    void request(int port, byte[] frame) {
        IsoMessage request;
        try {
            request = dialect.unpack(frame);
        } catch (Malformed e) {
            effects.emit(HostEvents.Refused.unread("frame of " + frame.length + " bytes", e));
            return;
        }
        Visit visit = new Visit(port, frame, request, scripts.take(request));
        if (visit.script() instanceof Script.Bytes bytes) {
            answers.leave(visit, bytes.frame());
        } else if (visit.script() instanceof Script.Stranger stranger) {
            answers.sendAsStranger(visit, stranger);
        } else if (!(visit.script() instanceof Script.Nothing)) {
            lead(visit);
        }
    }

    private void lead(Visit visit) {
        String mti = visit.request().mti();
        if (mti.equals("0200")) {
            transaction(visit);
        } else if (mti.equals("0400")) {
            voids.reverse(visit);
        } else if (!visit.orderedDecline().isEmpty()) {
            answers.decline(visit, visit.orderedDecline(), "ordered by a script");
        } else {
            switch (mti) {
                case "0800" -> management(visit);
                case "0820" -> state(visit);
                case "0500" -> settlement.compare(visit);
                case "0320" -> settlement.upload(visit);
                default -> refuse(visit);
            }
        }
    }

    private void transaction(Visit visit) {
        String f3 = visit.text(3);
        boolean plain = visit.text(25).equals("00");
        if (plain && f3.startsWith(dialect.setting("saleF3").substring(0, 2))) {
            sell(visit);
        } else if (plain && f3.startsWith(BALANCE)) {
            sales.balance(visit);
        } else if (plain && f3.startsWith(VOID)) {
            voids.takeBackSale(visit);
        } else {
            refuse(visit);
        }
    }

    private void sell(Visit visit) {
        if (inspections.limited(visit.terminalId())) {
            answers.decline(visit, NOT_PERMITTED, "inspection is overdue");
        } else {
            sales.sale(visit);
        }
    }

    private void management(Visit visit) {
        if (SignInDesk.signsIn(visit.networkCode())) {
            signIn.signIn(visit);
        } else if (visit.networkCode().equals(DeviceNotice.TAMPER_REPORT)) {
            signIn.tampered(visit);
        } else if (visit.networkCode().equals(DeviceNotice.WITHDRAWAL)) {
            signIn.withdraw(visit);
        } else if (KeyDownload.isDownload(visit.networkCode()) || OnlineDownload.isOnline(visit.networkCode())) {
            downloads.serve(visit);
        } else if (visit.networkCode().equals(InspectionReport.NETWORK_CODE)) {
            gate.reported(visit, inspections::had, terminal -> inspect(visit, terminal));
        } else {
            refuse(visit);
        }
    }

    private void inspect(Visit visit, TerminalEntry terminal) {
        IsoMessage request = visit.request();
        byte[] covered = policies.get().downloadMode().bound()
                ? KeyDownload.covered(request, terminal.identity().serialNumber(), new byte[0])
                : new byte[0];
        boolean macked = gate.hasKeys(terminal) && request.has(64);
        InspectionDesk.Origin origin = new InspectionDesk.Origin(
                terminal.name(), visit.terminalId(), visit.text(42), visit.text(11), covered, macked);
        inspections.take(origin, visit.f62(), new InspectionDesk.Reply() {
            @Override
            public void noted(List<Tlv> tags) {
                answers.send(
                        visit,
                        answers.to(visit)
                                .set(39, Answers.APPROVED)
                                .set(62, Tlv.encode(tags))
                                .build());
            }

            @Override
            public void refused(String code, String why) {
                answers.decline(visit, code, why);
            }
        });
    }

    private void state(Visit visit) {
        switch (visit.networkCode()) {
            case SIGN_OFF -> signIn.signOff(visit);
            case ECHO, STATUS -> gate.known(visit, terminal -> answers.approve(visit));
            default -> refuse(visit);
        }
    }

    /** A request of a kind that this host does not serve. */
    private void refuse(Visit visit) {
        gate.known(visit, terminal -> answers.decline(visit, NOT_SUPPORTED, "not supported"));
    }

    void fromHsm(byte[] chunk) {
        hsm.received(chunk);
    }

    void hsmLost() {
        hsm.lost();
    }

    void fromSwitch(byte[] chunk) {
        network.received(chunk);
    }

    void switchLost() {
        network.lost();
    }

    void slowDown(long nanos) {
        answers.slowDown(nanos);
    }

    void demandSignIn(String name) {
        answers.demandSignIn(name);
    }

    /** Takes a terminal into the table, or replaces its entry. */
    void register(TerminalEntry terminal) {
        books.put(terminal, () -> {
            keys.tellAll(terminal);
            inspections.watch(terminal.name(), terminal.identity().terminalId());
        });
    }

    /** One machine, one code: binds a terminal's machine to another merchant, if an inspection allows it. */
    void bind(String name, String merchant) {
        TerminalEntry terminal = books.named(name);
        if (terminal != null && !terminal.identity().merchantId().equals(merchant)) {
            inspections.rebind(name, terminal.identity(), merchant, then -> books.put(terminal.under(merchant), then));
        }
    }

    void register(String name, Registration registration) {
        TerminalEntry before = books.named(name);
        if (before != null) {
            TerminalEntry now = before.with(registration);
            books.put(now, () -> {
                if (before.signedIn() && !now.signedIn()) {
                    keys.tell(now, before.workingKeys(), "REVOKED", "registered anew");
                }
            });
        }
    }

    void setMasterKey(String name, TerminalEntry.MasterKey key) {
        TerminalEntry terminal = books.named(name);
        if (terminal != null) {
            TerminalEntry now = terminal.with(key);
            books.put(now, () -> keys.tell(now, key, "ACTIVE", "for injection"));
        }
    }

    void setKeySerial(String name, KeySerial serial) {
        TerminalEntry terminal = books.named(name);
        if (terminal != null) {
            books.put(
                    terminal,
                    serial.loadedOver(books.serial(terminal)),
                    () -> keys.tell(terminal, serial, "for DUKPT"));
        }
    }

    void provision(String terminalId, String deviceId, TerminalEntry.MasterKey chipKey) {
        TerminalEntry terminal = books.stored(terminalId);
        if (terminal == null) {
            return;
        }
        String name = terminal.name();
        String holder = books.holderOf(deviceId);
        if (holder == null || holder.equals(name)) {
            books.putDevice(deviceId, name, chipKey, () -> keys.tellDevice(terminal, deviceId, chipKey));
        } else {
            effects.emit(new HostEvents.Refused(name, "device " + deviceId, "device id is held by " + holder));
            books.put(terminal.with(Registration.DISABLED), () -> {});
        }
    }

    void setBatch(String name, String batch) {
        change(name, terminal -> terminal.with(new Batch(batch, true)));
    }

    private void change(String name, UnaryOperator<TerminalEntry> how) {
        TerminalEntry terminal = books.named(name);
        if (terminal != null) {
            books.put(how.apply(terminal), () -> {});
        }
    }

    void register(ManagerCard card) {
        books.put(card, () -> {});
    }

    void setPermit(String name, boolean open) {
        TerminalEntry terminal = books.named(name);
        if (terminal != null && open) {
            books.openPermit(terminal);
        } else if (terminal != null) {
            books.closePermit(terminal, () -> {});
        }
    }

    void forget(String name, String batch, String stan) {
        TerminalEntry terminal = books.named(name);
        if (terminal != null) {
            books.forget(new JournalEntry.Place(terminal.identity().terminalId(), batch, stan));
        }
    }
}
