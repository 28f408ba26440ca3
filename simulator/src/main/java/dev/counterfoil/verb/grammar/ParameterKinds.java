package dev.counterfoil.verb.grammar;

import dev.counterfoil.verb.ref.ActorRef;
import dev.counterfoil.verb.ref.CardRef;
import dev.counterfoil.verb.ref.CrashPoint;
import dev.counterfoil.verb.ref.Device;
import dev.counterfoil.verb.ref.FieldConditions;
import dev.counterfoil.verb.ref.KeyRef;
import dev.counterfoil.verb.ref.MerchantRef;
import dev.counterfoil.verb.ref.MessageRef;
import dev.counterfoil.verb.ref.Money;
import dev.counterfoil.verb.ref.PadRef;
import dev.counterfoil.verb.ref.PartyRef;
import dev.counterfoil.verb.ref.PersonRef;
import dev.counterfoil.verb.ref.Place;
import dev.counterfoil.verb.ref.Profile;
import dev.counterfoil.verb.ref.Quotes;
import dev.counterfoil.verb.ref.Span;
import dev.counterfoil.verb.ref.Subject;
import dev.counterfoil.verb.ref.TerminalRef;
import dev.counterfoil.verb.ref.TransactionRef;
import dev.counterfoil.verb.ref.Verdict;
import dev.counterfoil.verb.ref.WireRef;
import dev.counterfoil.verb.word.Badge;
import dev.counterfoil.verb.word.CardState;
import dev.counterfoil.verb.word.Harm;
import dev.counterfoil.verb.word.HostCheck;
import dev.counterfoil.verb.word.Invariant;
import dev.counterfoil.verb.word.KeyKind;
import dev.counterfoil.verb.word.KeyState;
import dev.counterfoil.verb.word.Part;
import dev.counterfoil.verb.word.Registration;
import dev.counterfoil.verb.word.Secret;
import dev.counterfoil.verb.word.Slip;
import dev.counterfoil.verb.word.TerminalState;
import dev.counterfoil.verb.word.Tone;
import dev.counterfoil.verb.word.TransactionKind;
import dev.counterfoil.verb.word.Trouble;
import dev.counterfoil.verb.word.Word;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The parameter types of the vocabulary, one a line. */
public final class ParameterKinds {
    private static final List<ParameterKind<?>> ALL = List.of(
            ParameterKind.of("text", String.class, Quotes::strip, Quotes::english, Quotes::chinese)
                    .like("\"please sign in\""),
            ParameterKind.of("money", Money.class, Money::parse).like("25.00 yuan"),
            ParameterKind.of("duration", Span.class, Span::parse).like("59 s", "200 ms", "10 min", "24 h", "1 day"),
            ParameterKind.alike("clock", LocalTime.class, LocalTime::parse).like("08:30", "23:59:59"),
            ParameterKind.alike("date", LocalDate.class, LocalDate::parse).like("2026-03-14"),
            ParameterKind.alike("number", Integer.class, Integer::valueOf).like("3"),
            ParameterKind.of("times", Integer.class, Times::parse, Times::english, Times::chinese)
                    .like("0 times", "once", "3 times"),
            verbatim("rate").like("0.001", "1e-4"),
            verbatim("digits").like("000123"),
            verbatim("hex").like("63C2"),
            verbatim("kcv").like("51E1FBFA"),
            verbatim("setting").like("afterLastTry"),
            verbatim("value").like("printAndDrop"),
            ParameterKind.of("terminal", TerminalRef.class, TerminalRef::parse).like("T1"),
            ParameterKind.of("pad", PadRef.class, PadRef::parse).like("the pad of T1"),
            ParameterKind.of("device", Device.class, Device::parse)
                    .like("T1", "the pad of T1", "the loader PC", "the mother POS"),
            ParameterKind.of("party", PartyRef.class, PartyRef::parse)
                    .like("the host", "the HSM", "the switch", "the issuer"),
            ParameterKind.of("actor", ActorRef.class, ActorRef::parse).like("T1", "the pad of T1", "the host"),
            ParameterKind.of("wire", WireRef.class, WireRef::parse)
                    .like(
                            "the line of T1",
                            "the pad cable of T1",
                            "the card slot of T1",
                            "the injection cable of T1",
                            "the HSM link",
                            "the switch link",
                            "the issuer link"),
            ParameterKind.of("place", Place.class, Place::parse).like("the line of T1", "the HSM link", "the HSM"),
            ParameterKind.of("profile", Profile.class, Profile::parse)
                    .like("PSTN", "GPRS", "4G", "5G", "IoT", "Ethernet", "serial 9600"),
            ParameterKind.of("person", PersonRef.class, PersonRef::parse)
                    .like(
                            "the clerk",
                            "the cardholder of T2",
                            "the manager",
                            "the technician",
                            "the supervisor",
                            "the administrator",
                            "the thief of T9"),
            ParameterKind.of("merchant", MerchantRef.class, MerchantRef::parse)
                    .like("the merchant", "the merchant of T1", "merchant \"Corner Shop\""),
            ParameterKind.of("card", CardRef.class, CardRef::parse).like("card A", "card B2"),
            ParameterKind.of("managercard", CardRef.class, CardRef::parse).like("manager card M1"),
            ParameterKind.of("qrcard", CardRef.class, CardRef::parse).like("payment card Q1"),
            ParameterKind.of("anycard", CardRef.class, CardRef::parse).like("card A", "manager card M1"),
            ParameterKind.of("subject", Subject.class, Subject::parse)
                    .like("T1", "the merchant of T1", "card A", "the 2nd sale"),
            ParameterKind.words("kind", TransactionKind.class),
            ParameterKind.of("transaction", TransactionRef.class, TransactionRef::parse)
                    .like("the sale", "the 2nd sale", "the last void of T2"),
            verbatim("mti").like("0200"),
            verbatim("field").like("F39", "F60.3"),
            ParameterKind.of("fields", FieldConditions.class, FieldConditions::parse)
                    .like("F39 98", "F62 absent and F11 of the 1st sale"),
            ParameterKind.of("message", MessageRef.class, MessageRef::parse)
                    .like("the next 0200", "the last 0810 to T1", "the 2nd 0400 from T1 with F39 98"),
            verbatim("rc").like("51"),
            ParameterKind.of("verdict", Verdict.class, Verdict::parse)
                    .like(
                            "approved",
                            "declined with 51",
                            "unanswered",
                            "reversed",
                            "cancelled",
                            "refused by the terminal"),
            ParameterKind.words("key", KeyKind.class),
            ParameterKind.of("keyref", KeyRef.class, KeyRef::parse)
                    .like("the master key of T1", "the MAC key of T1 at the host"),
            ParameterKind.words("keystate", KeyState.class),
            ParameterKind.words("secret", Secret.class),
            ParameterKind.words("tstate", TerminalState.class),
            ParameterKind.words("registration", Registration.class),
            ParameterKind.words("cardstate", CardState.class),
            ParameterKind.words("check", HostCheck.class),
            ParameterKind.words("fault", Harm.class),
            ParameterKind.words("trouble", Trouble.class),
            ParameterKind.of("crashpoint", CrashPoint.class, CrashPoint::parse)
                    .like(
                            "just before it stores the reversal record",
                            "while it stores the master key",
                            "after the ledger entry is acknowledged",
                            "when it has sent the next 0200"),
            ParameterKind.words("part", Part.class),
            ParameterKind.words("tone", Tone.class),
            ParameterKind.words("slip", Slip.class),
            verbatim("command").like("CA"),
            verbatim("cause").like("FROZEN"),
            ParameterKind.of(
                    "invariant",
                    Invariant.class,
                    text -> Word.parse(Invariant.class, Quotes.strip(text)),
                    invariant -> "'" + invariant.english() + "'",
                    invariant -> Quotes.chinese(invariant.chinese())),
            ParameterKind.words("badge", Badge.class));

    private static final Map<String, ParameterKind<?>> BY_NAME = byName();

    private ParameterKinds() {}

    /** Every parameter type, in the order of the vocabulary. */
    public static List<ParameterKind<?>> all() {
        return ALL;
    }

    /**
     * The parameter type of a name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static ParameterKind<?> named(String name) {
        ParameterKind<?> kind = BY_NAME.get(name);
        if (kind == null) {
            throw new IllegalArgumentException("no parameter type is called " + name);
        }
        return kind;
    }

    private static ParameterKind<String> verbatim(String name) {
        return ParameterKind.alike(name, String.class, Function.identity());
    }

    private static Map<String, ParameterKind<?>> byName() {
        Map<String, ParameterKind<?>> byName = new LinkedHashMap<>();
        ALL.forEach(kind -> byName.put(kind.name(), kind));
        return byName;
    }
}
