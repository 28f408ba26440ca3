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
            ParameterKind.of("text", String.class, Quotes::strip, Quotes::english, Quotes::chinese),
            ParameterKind.of("money", Money.class, Money::parse),
            ParameterKind.of("duration", Span.class, Span::parse),
            ParameterKind.alike("clock", LocalTime.class, LocalTime::parse),
            ParameterKind.alike("date", LocalDate.class, LocalDate::parse),
            ParameterKind.alike("number", Integer.class, Integer::valueOf),
            ParameterKind.of("times", Integer.class, Times::parse, Times::english, Times::chinese),
            verbatim("rate"),
            verbatim("digits"),
            verbatim("hex"),
            verbatim("kcv"),
            verbatim("setting"),
            verbatim("value"),
            ParameterKind.of("terminal", TerminalRef.class, TerminalRef::parse),
            ParameterKind.of("pad", PadRef.class, PadRef::parse),
            ParameterKind.of("device", Device.class, Device::parse),
            ParameterKind.of("party", PartyRef.class, PartyRef::parse),
            ParameterKind.of("actor", ActorRef.class, ActorRef::parse),
            ParameterKind.of("wire", WireRef.class, WireRef::parse),
            ParameterKind.of("place", Place.class, Place::parse),
            ParameterKind.of("profile", Profile.class, Profile::parse),
            ParameterKind.of("person", PersonRef.class, PersonRef::parse),
            ParameterKind.of("merchant", MerchantRef.class, MerchantRef::parse),
            ParameterKind.of("card", CardRef.class, CardRef::parse),
            ParameterKind.of("managercard", CardRef.class, CardRef::parse),
            ParameterKind.of("qrcard", CardRef.class, CardRef::parse),
            ParameterKind.of("anycard", CardRef.class, CardRef::parse),
            ParameterKind.of("subject", Subject.class, Subject::parse),
            ParameterKind.words("kind", TransactionKind.class),
            ParameterKind.of("transaction", TransactionRef.class, TransactionRef::parse),
            verbatim("mti"),
            verbatim("field"),
            ParameterKind.of("fields", FieldConditions.class, FieldConditions::parse),
            ParameterKind.of("message", MessageRef.class, MessageRef::parse),
            verbatim("rc"),
            ParameterKind.of("verdict", Verdict.class, Verdict::parse),
            ParameterKind.words("key", KeyKind.class),
            ParameterKind.of("keyref", KeyRef.class, KeyRef::parse),
            ParameterKind.words("keystate", KeyState.class),
            ParameterKind.words("secret", Secret.class),
            ParameterKind.words("tstate", TerminalState.class),
            ParameterKind.words("registration", Registration.class),
            ParameterKind.words("cardstate", CardState.class),
            ParameterKind.words("check", HostCheck.class),
            ParameterKind.words("fault", Harm.class),
            ParameterKind.words("trouble", Trouble.class),
            ParameterKind.of("crashpoint", CrashPoint.class, CrashPoint::parse),
            ParameterKind.words("part", Part.class),
            ParameterKind.words("tone", Tone.class),
            ParameterKind.words("slip", Slip.class),
            verbatim("command"),
            verbatim("cause"),
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
