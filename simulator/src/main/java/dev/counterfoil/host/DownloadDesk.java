package dev.counterfoil.host;

import dev.counterfoil.clock.RandomStream;
import dev.counterfoil.codec.Hex;
import dev.counterfoil.codec.Malformed;
import dev.counterfoil.codec.Tlv;
import dev.counterfoil.host.HostPolicies.DownloadMode;
import dev.counterfoil.host.TerminalEntry.Delivery;
import dev.counterfoil.host.TerminalEntry.MasterKey;
import dev.counterfoil.host.TerminalEntry.Registration;
import dev.counterfoil.host.TerminalEntry.WorkingKeySet;
import dev.counterfoil.protocol.hostcommand.HostCommands;
import dev.counterfoil.protocol.iso8583.KeyDownload;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Gives a terminal its master key, in four messages: download request, authentication by a manager card's key, key
 * delivery, result. The new key is pending until its terminal has confirmed it; a repeated request is given the same
 * key again.
 */
final class DownloadDesk {
    private static final String UNKNOWN_TERMINAL = "97";
    private static final String NOT_PERMITTED = "58";
    private static final String FORMAT = "30";
    private static final int SESSION_BYTES = 4;
    private static final byte[] KEY_INDEX = {0};
    private static final Duration SESSION_LIFE = Duration.ofSeconds(60);
    private static final int R1_KEPT = 10_000;

    /** A download under way. {@code card} is null until it has proved itself. */
    private record Session(
            byte[] id,
            LocalDateTime begun,
            String r1,
            @Nullable ManagerCard card) {}

    private final Effects effects;
    private final Gate gate;
    private final Books books;
    private final Answers answers;
    private final KeyService keys;
    private final Supplier<HostPolicies> policies;
    private final RandomStream random;
    private final Map<String, Session> sessions = new LinkedHashMap<>();
    private final Set<String> seenR1 = new LinkedHashSet<>();

    DownloadDesk(
            Effects effects,
            Gate gate,
            Books books,
            Answers answers,
            KeyService keys,
            Supplier<HostPolicies> policies,
            RandomStream random) {
        this.effects = effects;
        this.gate = gate;
        this.books = books;
        this.answers = answers;
        this.keys = keys;
        this.policies = policies;
        this.random = random;
    }

    /** Whether F60.3 is one of a download. */
    static boolean downloads(String networkCode) {
        return networkCode.length() == 3 && networkCode.startsWith("44") && "0123".indexOf(networkCode.charAt(2)) >= 0;
    }

    void serve(Visit visit) {
        TerminalEntry terminal = books.terminal(visit.terminalId());
        if (terminal == null || !terminal.identity().merchantId().equals(visit.text(42))) {
            answers.decline(visit, UNKNOWN_TERMINAL, "terminal is unknown");
        } else if (terminal.registration() != Registration.IN_SERVICE) {
            answers.decline(
                    visit,
                    NOT_PERMITTED,
                    "terminal is " + terminal.registration().words());
        } else if (gate.complete(visit)) {
            step(visit, terminal);
        }
    }

    private void step(Visit visit, TerminalEntry terminal) {
        try {
            switch (visit.networkCode()) {
                case KeyDownload.DOWNLOAD_REQUEST -> begin(visit, terminal);
                case KeyDownload.AUTHENTICATION -> authenticate(visit, terminal);
                case KeyDownload.KEY_REQUEST -> deliver(visit, terminal);
                default -> conclude(visit, terminal);
            }
        } catch (Malformed e) {
            answers.decline(visit, FORMAT, "F62 is not BER-TLV");
        }
    }

    private void begin(Visit visit, TerminalEntry terminal) {
        String serial = text(visit, KeyDownload.SERIAL_NUMBER);
        String version = text(visit, KeyDownload.PROGRAM_VERSION);
        if (serial.isEmpty() || version.isEmpty()) {
            answers.decline(visit, FORMAT, "serial number or version is missing");
        } else if (policies.get().checkSerialNumber()
                && !serial.equals(terminal.identity().serialNumber())) {
            answers.decline(visit, UNKNOWN_TERMINAL, "serial number is not the terminal's");
        } else if (!books.permits(terminal)) {
            answers.decline(visit, KeyDownload.NO_PERMIT, "no work order");
        } else if (version.compareTo(policies.get().minimumVersion()) < 0) {
            answers.decline(visit, KeyDownload.PROGRAM_TOO_OLD, "program version " + version);
        } else {
            Session session = new Session(random.bytes(SESSION_BYTES), effects.now(), "", null);
            sessions.put(visit.terminalId(), session);
            answer(visit, session.id);
        }
    }

    private void authenticate(Visit visit, TerminalEntry terminal) {
        byte[] number = KeyDownload.value(visit.request(), KeyDownload.CARD_NUMBER);
        byte[] r1 = KeyDownload.value(visit.request(), KeyDownload.R1);
        byte[] r2 = KeyDownload.value(visit.request(), KeyDownload.R2);
        byte[] c1 = KeyDownload.value(visit.request(), KeyDownload.C1);
        if (number == null || r1 == null || r2 == null || c1 == null || r1.length + r2.length + c1.length != 24) {
            answers.decline(visit, FORMAT, "card number, R1, R2 or C1 is missing");
            return;
        }
        ManagerCard card = books.card(KeyDownload.cardNumber(number));
        if (card == null || !card.state().refusal().isEmpty()) {
            ManagerCard.State state = card == null ? ManagerCard.State.UNKNOWN : card.state();
            answers.decline(visit, state.refusal(), "manager card is " + state.words());
        } else if (stale(visit, Hex.of(r1))) {
            answers.decline(visit, KeyDownload.REPEATED, "authentication message is not fresh");
        } else {
            String master = keys.keys().cardMaster();
            keys.ask(
                    terminal.name(), HostCommands.authenticateManagerCard(master, card.number(), r1, c1, r2), reply -> {
                        if (reply.ok()) {
                            remember(visit, Hex.of(r1), card);
                            answer(
                                    visit,
                                    session(visit).id,
                                    Tlv.of(KeyDownload.C2, reply.fields().hex("c2")));
                        } else if (reply.verificationFailed()) {
                            books.put(
                                    card.failed(),
                                    () -> answers.decline(
                                            visit, KeyDownload.AUTHENTICATION_FAILED, "D(K, C1) is not R1"));
                        } else {
                            answers.decline(visit, Answers.SYSTEM_FAULT, "HSM: " + reply);
                        }
                    });
        }
    }

    /** Whether a hardened host must refuse: another session, an old one, or a random number taken before. */
    private boolean stale(Visit visit, String r1) {
        if (policies.get().downloadMode() == DownloadMode.LITERAL) {
            return false;
        }
        Session session = sessions.get(visit.terminalId());
        byte[] id = KeyDownload.value(visit.request(), KeyDownload.SESSION_ID);
        return session == null
                || id == null
                || !Hex.of(id).equals(Hex.of(session.id))
                || session.begun.plus(SESSION_LIFE).isBefore(effects.now())
                || (seenR1.contains(r1) && !session.r1.equals(r1));
    }

    private void remember(Visit visit, String r1, ManagerCard card) {
        Session session = session(visit);
        sessions.put(visit.terminalId(), new Session(session.id, session.begun, r1, card));
        seenR1.add(r1);
        if (seenR1.size() > R1_KEPT) {
            seenR1.remove(seenR1.iterator().next());
        }
    }

    /** The terminal's session; a message of none, which only a literal host takes, begins one. */
    private Session session(Visit visit) {
        Session session = sessions.get(visit.terminalId());
        if (session != null) {
            return session;
        }
        byte[] id = KeyDownload.value(visit.request(), KeyDownload.SESSION_ID);
        return new Session(id == null ? random.bytes(SESSION_BYTES) : id, effects.now(), "", null);
    }

    private void deliver(Visit visit, TerminalEntry terminal) {
        Session session = session(visit);
        ManagerCard card = session.card;
        if (card == null) {
            answers.decline(visit, KeyDownload.REPEATED, "no authentication before");
            return;
        }
        Delivery delivery = new Delivery(visit.text(11), card.number());
        boolean again = terminal.pending().present() && terminal.delivery().equals(delivery);
        String master = keys.keys().cardMaster();
        keys.ask(
                terminal.name(),
                again
                        ? HostCommands.exportTmkForCard(
                                master, card.number(), terminal.pending().underLmk())
                        : HostCommands.generateTmkForCard(master, card.number()),
                reply -> {
                    if (!reply.ok()) {
                        answers.decline(visit, Answers.SYSTEM_FAULT, "HSM: " + reply);
                        return;
                    }
                    byte[] underCard = reply.fields().hex("underCard");
                    String checkValue = reply.fields().text("kcv");
                    Tlv[] key = {
                        Tlv.of(KeyDownload.WRAPPED_KEY, underCard),
                        Tlv.of(KeyDownload.CHECK_VALUE, Hex.bytes(checkValue)),
                        Tlv.of(KeyDownload.KEY_INDEX, KEY_INDEX)
                    };
                    Runnable send = () -> answer(visit, session.id, key);
                    if (again) {
                        send.run();
                    } else {
                        hold(terminal, new MasterKey(reply.fields().text("tmk"), checkValue), delivery, send);
                    }
                });
    }

    private void hold(TerminalEntry before, MasterKey key, Delivery delivery, Runnable then) {
        TerminalEntry terminal = before.awaiting(key, delivery);
        books.put(terminal, () -> {
            keys.tell(terminal, key, "PENDING", "delivered");
            if (policies.get().confirmBeforeSwitch()) {
                then.run();
            } else {
                activate(terminal, "delivered", then);
            }
        });
    }

    private void conclude(Visit visit, TerminalEntry terminal) {
        byte[] result = KeyDownload.value(visit.request(), KeyDownload.RESULT_CODE);
        byte[] checkValue = KeyDownload.value(visit.request(), KeyDownload.CHECK_VALUE);
        if (result == null || result.length != 1) {
            answers.decline(visit, FORMAT, "result is missing");
            return;
        }
        boolean stored = result[0] == 0 && checkValue != null;
        String stands = stored && checkValue != null ? Hex.of(checkValue) : "";
        byte[] session = session(visit).id;
        Runnable noted = () -> answer(visit, session);
        Runnable closed = () -> {
            sessions.remove(visit.terminalId());
            books.closePermit(terminal, noted);
        };
        if (stored
                && terminal.pending().present()
                && stands.equals(terminal.pending().checkValue())) {
            activate(terminal, "confirmed", closed);
        } else if (stored && stands.equals(terminal.masterKey().checkValue())) {
            closed.run();
        } else {
            noted.run();
        }
    }

    private void activate(TerminalEntry before, String reason, Runnable then) {
        MasterKey key = before.pending();
        TerminalEntry terminal = before.with(key).with(WorkingKeySet.NONE);
        books.put(terminal, () -> {
            if (before.masterKey().present()) {
                keys.tell(terminal, before.masterKey(), "REVOKED", "new master key");
            }
            keys.tell(terminal, key, "ACTIVE", reason);
            if (before.signedIn()) {
                keys.tell(terminal, before.workingKeys(), "REVOKED", "new master key");
            }
            then.run();
        });
    }

    private void answer(Visit visit, byte[] session, Tlv... tags) {
        List<Tlv> f62 = new ArrayList<>();
        f62.add(Tlv.of(KeyDownload.SESSION_ID, session));
        f62.addAll(List.of(tags));
        answers.send(
                visit,
                answers.to(visit)
                        .set(39, Answers.APPROVED)
                        .set(62, Tlv.encode(f62))
                        .build());
    }

    private static String text(Visit visit, int tag) {
        byte[] value = KeyDownload.value(visit.request(), tag);
        return value == null ? "" : new String(value, StandardCharsets.US_ASCII);
    }
}
