package dev.counterfoil.host.inspection;

import dev.counterfoil.codec.Malformed;
import dev.counterfoil.codec.Tlv;
import dev.counterfoil.crypto.life.InspectionStep;
import dev.counterfoil.host.Effects;
import dev.counterfoil.host.ManagerCard;
import dev.counterfoil.host.TerminalEntry;
import dev.counterfoil.host.inspection.InspectionRegister.Again;
import dev.counterfoil.host.inspection.InspectionRegister.Arrival;
import dev.counterfoil.host.inspection.InspectionRegister.Decision;
import dev.counterfoil.host.inspection.InspectionRegister.Open;
import dev.counterfoil.host.inspection.InspectionRegister.Refused;
import dev.counterfoil.protocol.hostcommand.DownloadKey.OfCard;
import dev.counterfoil.protocol.hostcommand.HostCommand;
import dev.counterfoil.protocol.hostcommand.HostCommands;
import dev.counterfoil.protocol.hostcommand.HsmReply;
import dev.counterfoil.protocol.iso8583.KeyDownload;
import dev.counterfoil.protocol.iso8583.inspection.EquipmentState;
import dev.counterfoil.protocol.iso8583.inspection.InspectionReport;
import dev.counterfoil.protocol.iso8583.inspection.Medium;
import dev.counterfoil.store.RecordKind;
import dev.counterfoil.store.Row;
import dev.counterfoil.store.Store;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Takes the reports of inspections: has a chip card prove itself, stores what is noted before it is answered, and sees
 * to what has to follow. The register is a log of which this desk has followed up all but the last: a second record
 * says how far it has come, and what is behind that is done at the next start.
 */
public final class InspectionDesk {
    private static final RecordKind KIND = RecordKind.INSPECTION;
    private static final String TRIES = "tries ";
    private static final String MOVED = "moved ";
    private static final String SYSTEM_FAULT = "96";
    private static final String FOLLOWED = "followed";
    private static final Set<EquipmentState> TO_BE_REPAIRED = EnumSet.of(EquipmentState.FAULTY, EquipmentState.DAMAGED);

    /**
     * A request of a known terminal in service.
     *
     * @param terminal its estate name
     * @param terminalId F41
     * @param merchant F42
     * @param stan F11
     * @param covered what a MAC under the card key covers; empty where the mode wants none
     * @param macked whether the request has a good MAC under the terminal's keys
     */
    public record Origin(
            String terminal, String terminalId, String merchant, String stan, byte[] covered, boolean macked) {}

    private record Call(String terminal, Arrival arrival, byte[] covered) {}

    /** How a report is answered. */
    public interface Reply {
        /** @param f62 number of the inspection, and C2 for a chip card */
        void noted(List<Tlv> f62);

        void refused(String code, String why);
    }

    private final Effects effects;
    private final Office office;
    private final InspectionRegister register;
    private final VisitPlan plan;
    private final Map<String, String> moved = new TreeMap<>();
    private String followed = "";

    /**
     * A desk that goes on where it was.
     *
     * @param store where everything is found again after a power cut
     * @param every time from one visit to the next, zero for no plan
     * @param grace how long an overdue terminal may still sell
     */
    public InspectionDesk(
            Store store, Effects effects, Office office, Supplier<Duration> every, Supplier<Duration> grace) {
        this.effects = effects;
        this.office = office;
        register = office.register();
        plan = new VisitPlan(effects, office, () -> new VisitPlan.Terms(every.get(), grace.get()), register::of);
        plan.restore(store);
        for (String name : store.names(KIND)) {
            restore(name, Objects.requireNonNull(store.read(KIND, name)));
        }
    }

    private void restore(String name, byte[] record) {
        if (name.startsWith(TRIES)) {
            register.restoreTries(name.substring(TRIES.length()), record);
        } else if (name.equals(FOLLOWED)) {
            followed = Row.read(record).text();
        } else if (name.startsWith(MOVED)) {
            moved.put(name.substring(MOVED.length()), Row.read(record).text());
        } else if (!WorkOrders.named(name) && !VisitPlan.named(name)) {
            register.restore(Inspection.decode(record));
        }
    }

    /** Does what a power cut has kept from following. */
    public void resume() {
        for (Inspection inspection : register.behind(followed)) {
            String terminal = office.nameOf(inspection.terminalId());
            follow(terminal, inspection);
            withdraw(terminal, inspection);
        }
    }

    /** Whether a report has been noted before, and only its answer is wanted. */
    public boolean had(String terminalId, String stan, byte[] f62) {
        return register.of(terminalId).stream().anyMatch(inspection -> inspection.is(stan, f62));
    }

    /** Begins to look after a terminal, by its estate name and F41. */
    public void watch(String terminal, String terminalId) {
        plan.watch(terminal, terminalId);
    }

    /** Whether a terminal may not sell before somebody has inspected it. */
    public boolean limited(String terminalId) {
        return plan.limited(terminalId);
    }

    /**
     * One machine, one code: a machine may have another merchant when a chip card's inspection has found it moved, and
     * each such inspection allows one change.
     *
     * @param terminal its estate name
     * @param machine how the host holds it
     * @param change to another merchant; made when an inspection allows it
     */
    public void rebind(String terminal, TerminalEntry.Identity machine, String merchant, Consumer<Runnable> change) {
        String id = machine.terminalId();
        String used = moved.getOrDefault(id, "");
        Optional<Inspection> allowing = register.of(id).stream()
                .filter(inspection -> inspection.number().compareTo(used) > 0)
                .filter(inspection -> inspection.proves(EquipmentState.MOVED))
                .findFirst();
        Consumer<Boolean> tell =
                done -> effects.emit(new InspectionEvents.Bound(terminal, machine.serialNumber(), merchant, done));
        if (allowing.isEmpty()) {
            tell.accept(false);
            return;
        }
        String number = allowing.get().number();
        moved.put(id, number);
        effects.write(KIND, MOVED + id, new Row().put(number).encode(), () -> change.accept(() -> tell.accept(true)));
    }

    /** @param f62 the report, and nobody has looked at it yet */
    public void take(Origin origin, byte[] f62, Reply reply) {
        InspectionReport report;
        try {
            report = InspectionReport.decode(f62);
        } catch (Malformed e) {
            reply.refused(
                    InspectionRegister.FORMAT, String.valueOf(e.within("F62", 0).getMessage()));
            return;
        }
        boolean bound = origin.macked || origin.covered.length > 0;
        Arrival arrival =
                new Arrival(origin.terminalId, origin.merchant, origin.stan, effects.now(), f62, report, bound);
        Call call = new Call(origin.terminal, arrival, origin.covered);
        Decision decision = register.decide(call.arrival);
        if (decision instanceof Refused refused) {
            refuse(call, refused, reply);
        } else if (call.arrival.report().medium() == Medium.IC) {
            prove(call, reply);
        } else {
            conclude(call, decision, List.of(), reply);
        }
    }

    private void refuse(Call call, Refused refused, Reply reply) {
        Runnable answer = () -> reply.refused(refused.code(), refused.why());
        if (refused.unknownTries() == 0) {
            answer.run();
            return;
        }
        String id = call.arrival.terminalId();
        effects.write(KIND, TRIES + id, register.triesRecord(id), () -> {
            if (refused.locks()) {
                tellDesk(call.terminal, "typed entry locked");
            }
            answer.run();
        });
    }

    /** A card that is in the register of cards by its number alone proves nothing: its key has to. */
    private void prove(Call call, Reply reply) {
        ManagerCard card =
                Objects.requireNonNull(office.card(call.arrival.report().manager()));
        if (call.covered.length == 0) {
            authenticate(call, card, reply);
            return;
        }
        byte[] mac = value(call, KeyDownload.MAC);
        if (mac.length == 0) {
            reply.refused(InspectionRegister.FORMAT, "MAC is missing");
            return;
        }
        ask(
                call,
                HostCommands.checkRequest(keyOf(card), mac, call.covered),
                card,
                "MAC is wrong",
                reply,
                proved -> authenticate(call, card, reply));
    }

    private void authenticate(Call call, ManagerCard card, Reply reply) {
        byte[] r1 = value(call, KeyDownload.R1);
        byte[] r2 = value(call, KeyDownload.R2);
        byte[] c1 = value(call, KeyDownload.C1);
        HostCommand command = call.covered.length == 0
                ? HostCommands.authenticateManagerCard(office.cardMaster(), card.number(), r1, c1, r2)
                : HostCommands.authenticateBoundCard(office.cardMaster(), card.number(), r1, c1, r2);
        ask(call, command, card, "D(K, C1) is not R1", reply, proved -> {
            InspectionStep.PROVED.reached(call.terminal, effects::emit);
            Tlv c2 = Tlv.of(KeyDownload.C2, proved.fields().hex("c2"));
            Decision now = register.decide(call.arrival);
            if (now instanceof Refused refused) {
                refuse(call, refused, reply);
            } else {
                conclude(call, now, List.of(c2), reply);
            }
        });
    }

    private void ask(
            Call call, HostCommand command, ManagerCard card, String wrong, Reply reply, Consumer<HsmReply> then) {
        office.ask(call.terminal, command, answer -> {
            if (answer.ok()) {
                then.accept(answer);
            } else if (answer.verificationFailed()) {
                office.proofFailed(card.number(), () -> reply.refused(KeyDownload.AUTHENTICATION_FAILED, wrong));
            } else {
                reply.refused(SYSTEM_FAULT, "HSM: " + answer);
            }
        });
    }

    private void conclude(Call call, Decision decision, List<Tlv> proof, Reply reply) {
        if (decision instanceof Again again) {
            reply.noted(answer(again.inspection(), proof));
        } else if (decision instanceof Open && leavesMoney(call)) {
            reply.refused(InspectionReport.BATCH_OPEN, "there is something to settle in the terminal's batch");
        } else if (decision instanceof Open) {
            Inspection inspection = register.note(call.arrival);
            effects.write(KIND, inspection.number(), inspection.encode(), () -> {
                follow(call.terminal, inspection);
                reply.noted(answer(inspection, proof));
                withdraw(call.terminal, inspection);
            });
        }
    }

    private boolean leavesMoney(Call call) {
        return call.arrival.report().state() == EquipmentState.WITHDRAWN && office.moneyIn(call.arrival.terminalId());
    }

    private void follow(String terminal, Inspection inspection) {
        InspectionReport report = inspection.what();
        InspectionStep.NOTED.reached(terminal, effects::emit);
        effects.emit(new InspectionEvents.Noted(
                terminal,
                inspection.number(),
                report.medium().words(),
                report.medium().strength(),
                report.state().words()));
        office.orders().inspected(terminal, inspection);
        plan.visited(terminal, inspection.terminalId());
        if (TO_BE_REPAIRED.contains(report.state())) {
            tellDesk(terminal, "fault " + report.faultCode());
            InspectionStep.FOLLOWED.reached(terminal, effects::emit);
        }
    }

    /** Closes the entry where that is proved, and with it the inspection is done. */
    private void withdraw(String terminal, Inspection inspection) {
        Runnable done = () -> {
            followed = inspection.number();
            effects.write(KIND, FOLLOWED, new Row().put(followed).encode(), () -> {});
        };
        if (inspection.proves(EquipmentState.WITHDRAWN)) {
            InspectionStep.FOLLOWED.reached(terminal, effects::emit);
            office.withdraw(inspection.terminalId(), done);
        } else {
            if (inspection.what().state() == EquipmentState.WITHDRAWN) {
                tellDesk(terminal, "withdrawn, which nothing proves");
            }
            done.run();
        }
    }

    private void tellDesk(String terminal, String note) {
        effects.emit(new InspectionEvents.DeskNote(terminal, note));
    }

    private OfCard keyOf(ManagerCard card) {
        return new OfCard(office.cardMaster(), card.number());
    }

    private static byte[] value(Call call, int tag) {
        Tlv found = Tlv.find(Tlv.parse(call.arrival.f62()), tag);
        return found == null ? new byte[0] : found.value();
    }

    private static List<Tlv> answer(Inspection inspection, List<Tlv> proof) {
        List<Tlv> tags = new ArrayList<>(proof);
        tags.add(Tlv.of(InspectionReport.NUMBER, inspection.number().getBytes(StandardCharsets.US_ASCII)));
        return tags;
    }
}
