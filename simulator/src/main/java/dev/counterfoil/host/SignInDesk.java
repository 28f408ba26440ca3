package dev.counterfoil.host;

import dev.counterfoil.codec.Decimal;
import dev.counterfoil.codec.Hex;
import dev.counterfoil.codec.Malformed;
import dev.counterfoil.crypto.MakForm;
import dev.counterfoil.crypto.WorkingKeys;
import dev.counterfoil.crypto.WorkingKeys.Wrapped;
import dev.counterfoil.crypto.life.KeyForm;
import dev.counterfoil.host.TerminalEntry.Batch;
import dev.counterfoil.host.TerminalEntry.MasterKey;
import dev.counterfoil.host.TerminalEntry.Registration;
import dev.counterfoil.host.TerminalEntry.WorkingKey;
import dev.counterfoil.host.TerminalEntry.WorkingKeySet;
import dev.counterfoil.protocol.hostcommand.HostCommand;
import dev.counterfoil.protocol.hostcommand.HostCommands;
import dev.counterfoil.protocol.hostcommand.HsmAnswer;
import dev.counterfoil.protocol.hostcommand.HsmReply;
import dev.counterfoil.protocol.hostcommand.WorkingKeyForms;
import dev.counterfoil.protocol.hostcommand.WorkingKeyKind;
import dev.counterfoil.protocol.hostcommand.WorkingKeyWish;
import dev.counterfoil.protocol.hostcommand.WorkingKeyWish.Length;
import dev.counterfoil.protocol.iso8583.Dialect;
import dev.counterfoil.protocol.iso8583.IsoMessage;
import dev.counterfoil.protocol.iso8583.KeyDownload;
import dev.counterfoil.protocol.iso8583.notice.DeviceNotice;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Sign-in: who a terminal is, fresh working keys, the batch; sign-off. */
final class SignInDesk {
    private static final String SINGLE = "001";
    private static final String DOUBLE = "003";
    private static final String DOUBLE_AND_TRACK = "004";
    private static final String SM4 = "005";
    private static final String SM4_AND_TRACK = "006";
    private static final String NOT_BOUND = "97";
    private static final String NOT_PERMITTED = "58";
    private static final String DEVICE = "Sequence No";
    private static final int CERTIFICATE_LENGTH = 4;
    private static final int BATCHES = 1_000_000;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final Effects effects;
    private final Gate gate;
    private final Books books;
    private final Answers answers;
    private final KeyService keys;
    private final Dialect dialect;
    private final Supplier<HostPolicies> policies;

    /** What F62 of a sign-in request says. */
    private record Device(String certificate, String serialNumber) {}

    SignInDesk(
            Effects effects,
            Gate gate,
            Books books,
            Answers answers,
            KeyService keys,
            Dialect dialect,
            Supplier<HostPolicies> policies) {
        this.effects = effects;
        this.gate = gate;
        this.books = books;
        this.answers = answers;
        this.keys = keys;
        this.dialect = dialect;
        this.policies = policies;
    }

    /** Whether F60.3 asks for working keys. */
    static boolean signsIn(String networkCode) {
        return List.of(SINGLE, DOUBLE, DOUBLE_AND_TRACK, SM4, SM4_AND_TRACK).contains(networkCode);
    }

    void signIn(Visit visit) {
        gate.known(visit, terminal -> {
            Device device = device(visit);
            if (device == null) {
                answers.decline(visit, "30", "F62 names no device");
            } else if (!terminal.identity().merchantId().equals(visit.text(42))) {
                answers.decline(visit, NOT_BOUND, "merchant is not the terminal's");
            } else if (gate.otherDevice(terminal, device.serialNumber)) {
                answers.decline(visit, NOT_BOUND, "serial number is not the terminal's");
            } else if (policies.get().checkCertificate()
                    && !terminal.identity().certificate().equals(device.certificate)) {
                answers.decline(visit, NOT_PERMITTED, "device has no certificate");
            } else if (books.serial(terminal) != null) {
                openBatch(visit, terminal);
            } else if (!terminal.masterKey().present()) {
                answers.decline(visit, NOT_PERMITTED, "no master key");
            } else {
                askForKeys(visit, terminal);
            }
        });
    }

    /** A terminal under DUKPT has its keys: it only comes for the batch. */
    private void openBatch(Visit visit, TerminalEntry before) {
        TerminalEntry terminal = before.with(batch(before.batch()));
        books.put(terminal, () -> {
            logSignIn(terminal);
            answers.send(visit, withBatch(visit, terminal).build());
        });
    }

    private void logSignIn(TerminalEntry terminal) {
        answers.signedIn(terminal.name());
        effects.emit(new HostEvents.SignInLogged(terminal.name(), TIME.format(effects.now())));
    }

    private IsoMessage.Builder withBatch(Visit visit, TerminalEntry terminal) {
        String f60 = visit.text(60);
        return answers.to(visit)
                .set(39, Answers.APPROVED)
                .set(60, f60.substring(0, 2) + terminal.batch().number() + f60.substring(8));
    }

    /** F62, use 19: {@code Sequence No}, two digits of length, certificate, serial number. */
    private static @Nullable Device device(Visit visit) {
        if (!visit.request().has(62)) {
            return null;
        }
        String f62 = new String(visit.request().bytes(62), StandardCharsets.US_ASCII);
        int start = DEVICE.length() + 2;
        if (!f62.startsWith(DEVICE) || f62.length() < start + CERTIFICATE_LENGTH) {
            return null;
        }
        String digits = f62.substring(DEVICE.length(), start);
        if (!digits.equals(Decimal.digits(f62.length() - start, 2))) {
            return null;
        }
        int serial = start + CERTIFICATE_LENGTH;
        return new Device(f62.substring(start, serial), f62.substring(serial));
    }

    private void askForKeys(Visit visit, TerminalEntry terminal) {
        String code = visit.networkCode();
        Length length = sm4(visit) ? Length.SM4 : code.equals(SINGLE) ? Length.SINGLE : Length.DOUBLE;
        boolean track = code.equals(DOUBLE_AND_TRACK) || code.equals(SM4_AND_TRACK);
        List<WorkingKeyWish> wishes = List.of(
                new WorkingKeyWish(WorkingKeyKind.TPK, length),
                new WorkingKeyWish(WorkingKeyKind.TAK, length == Length.DOUBLE ? macKeyLength() : length),
                new WorkingKeyWish(WorkingKeyKind.TDK, length));
        HostCommand command = HostCommands.generateWorkingKeys(
                terminal.masterKey().underLmk(), track ? wishes : wishes.subList(0, 2));
        keys.ask(terminal.name(), command, reply -> {
            if (reply.ok()) {
                take(visit, terminal, HostCommands.workingKeys(answer(reply), command));
            } else {
                answers.decline(visit, Answers.SYSTEM_FAULT, "HSM: " + reply);
            }
        });
    }

    private static boolean sm4(Visit visit) {
        return visit.networkCode().equals(SM4) || visit.networkCode().equals(SM4_AND_TRACK);
    }

    private Length macKeyLength() {
        return switch (makForm()) {
            case EIGHT, EIGHT_KCV_NEXT -> Length.SINGLE;
            case SIXTEEN -> Length.DOUBLE;
            case SIXTEEN_KCV_OF_EIGHT -> Length.DOUBLE_KCV_OF_HALF;
        };
    }

    private MakForm makForm() {
        return MakForm.valueOf(dialect.setting("mak.form"));
    }

    private static HsmAnswer answer(HsmReply reply) {
        return Objects.requireNonNull(reply.answer());
    }

    private void take(Visit visit, TerminalEntry before, List<WorkingKeyForms> forms) {
        WorkingKeySet set = new WorkingKeySet(
                sm4(visit),
                key(forms.get(0)),
                key(forms.get(1)),
                forms.size() < 3 ? WorkingKey.NONE : key(forms.get(2)),
                effects.now());
        TerminalEntry terminal = before.with(set).with(batch(before.batch()));
        books.put(terminal, () -> {
            if (before.signedIn()) {
                keys.tell(terminal, before.workingKeys(), "REVOKED", "new sign-in");
            }
            keys.tell(terminal, set, "ACTIVE", "sign-in");
            tellForms(terminal, set);
            logSignIn(terminal);
            answers.send(
                    visit,
                    withBatch(visit, terminal)
                            .set(62, sealed(forms, sm4(visit) ? MakForm.SIXTEEN : makForm()))
                            .build());
        });
    }

    private static WorkingKey key(WorkingKeyForms forms) {
        return new WorkingKey(forms.posForm(), forms.sysForm(), forms.kcv());
    }

    private static Batch batch(Batch before) {
        if (before.open()) {
            return before;
        }
        int next = (Integer.parseInt(before.number()) + 1) % BATCHES;
        return new Batch(Decimal.digits(Math.max(1, next), 6), true);
    }

    private static byte[] sealed(List<WorkingKeyForms> forms, MakForm form) {
        List<Wrapped> wrapped =
                forms.stream().map(f -> new Wrapped(f.posForm(), f.kcv())).toList();
        return WorkingKeys.assemble(wrapped.get(0), wrapped.get(1), wrapped.size() < 3 ? null : wrapped.get(2), form);
    }

    private void tellForms(TerminalEntry terminal, WorkingKeySet set) {
        List<WorkingKey> each = List.of(set.pin(), set.mac(), set.track());
        for (int i = 0; i < each.size(); i++) {
            if (each.get(i).present()) {
                String pos = KeyForm.fingerprint(each.get(i).posForm());
                String sys = KeyForm.fingerprint(each.get(i).sysForm());
                effects.emit(new HostEvents.TwoForms(terminal.name(), KeyService.WORKING.get(i), pos, sys));
            }
        }
    }

    /**
     * A device says that its case was opened. It is taken out of service with all its keys until its bank puts it
     * back; nothing proves the message, and all it can do is take a device out of use.
     */
    void tampered(Visit visit) {
        gate.known(visit, before -> {
            String part = visit.request().has(62) ? openedPart(visit) : "";
            if (part.isEmpty()) {
                answers.decline(visit, "30", "F62 names no opened part");
                return;
            }
            close(before, Registration.DISABLED, "tampered with", () -> {
                effects.emit(new HostEvents.Tampered(before.name(), part));
                answers.approve(visit);
            });
        });
    }

    /** A terminal takes leave under its MAC key: its entry is closed. */
    void withdraw(Visit visit) {
        gate.macked(
                visit,
                terminal -> close(terminal, Registration.WITHDRAWN, "decommissioned", () -> answers.approve(visit)));
    }

    private static String openedPart(Visit visit) {
        try {
            byte[] part = KeyDownload.value(visit.request(), DeviceNotice.OPENED_PART);
            return part == null ? "" : Hex.of(part);
        } catch (Malformed e) {
            return "";
        }
    }

    /** A terminal was found to be away: its entry is closed. What authenticates its last report stays. */
    void withdrawn(@Nullable TerminalEntry before, Runnable then) {
        if (before == null || before.registration() == Registration.WITHDRAWN) {
            then.run();
            return;
        }
        TerminalEntry closed = before.with(Registration.WITHDRAWN)
                .with(MasterKey.NONE)
                .with(before.workingKeys().macOnly());
        books.put(closed, () -> {
            keys.tellWithdrawn(before, "withdrawn at an inspection");
            then.run();
        });
    }

    /** The entry stays, without keys, so that nobody can come back under it. */
    private void close(TerminalEntry before, Registration now, String reason, Runnable then) {
        TerminalEntry closed = before.with(now).with(MasterKey.NONE).with(WorkingKeySet.NONE);
        Runnable tell = () -> {
            if (before.masterKey().present()) {
                keys.tell(closed, before.masterKey(), "REVOKED", reason);
            }
            if (before.signedIn()) {
                keys.tell(closed, before.workingKeys(), "REVOKED", reason);
            }
            then.run();
        };
        books.put(closed, () -> books.endSerial(closed, tell));
    }

    /** Sign-off: the working keys are void. */
    void signOff(Visit visit) {
        gate.known(visit, before -> {
            TerminalEntry terminal = before.with(WorkingKeySet.NONE);
            books.put(terminal, () -> {
                keys.tell(terminal, before.workingKeys(), "REVOKED", "sign-off");
                answers.send(visit, answers.to(visit).set(39, Answers.APPROVED).build());
            });
        });
    }
}
