package dev.counterfoil.stage;

import dev.counterfoil.card.CardEvents;
import dev.counterfoil.codec.Hex;
import dev.counterfoil.crypto.life.DownloadStep;
import dev.counterfoil.crypto.life.KeyForm;
import dev.counterfoil.crypto.life.KeyLife;
import dev.counterfoil.evidence.Seen;
import dev.counterfoil.evidence.SentForms;
import dev.counterfoil.evidence.Transaction;
import dev.counterfoil.evidence.WireMessage;
import dev.counterfoil.host.HostEvents;
import dev.counterfoil.protocol.padlink.Challenge;
import dev.counterfoil.verb.ref.CardRef;
import dev.counterfoil.verb.ref.Device;
import dev.counterfoil.verb.ref.KeyRef;
import dev.counterfoil.verb.ref.PadRef;
import dev.counterfoil.verb.ref.TerminalRef;
import dev.counterfoil.verb.ref.TransactionRef;
import dev.counterfoil.verb.word.CardState;
import dev.counterfoil.verb.word.KeyState;
import dev.counterfoil.verb.word.Secret;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** Checks of keys, of the cards that bring them and of the permits for it. */
public final class KeyChecks {
    private static final String HOST = "host";
    private static final List<KeyRef.Slot> WORKING =
            List.of(KeyRef.Slot.PIN_KEY, KeyRef.Slot.MAC_KEY, KeyRef.Slot.TRACK_KEY);

    private final Stage stage;

    KeyChecks(Stage stage) {
        this.stage = stage;
    }

    public void state(KeyRef ref, KeyState state) {
        forEach(
                ref,
                key -> stage.expect(
                        key.english() + " " + state.english(),
                        () -> last(key)
                                .map(e -> Look.at(
                                        e.event().state().equals(state.english()),
                                        e.event().state() + reason(e),
                                        e))
                                .orElseGet(() -> Look.at(state == KeyState.EMPTY, "EMPTY"))));
    }

    private static String reason(Seen<KeyLife> seen) {
        String reason = seen.event().reason();
        return reason.isEmpty() ? "" : " (" + reason + ")";
    }

    public void checkValue(KeyRef ref, String kcv) {
        stage.expect(
                ref.english() + " with check value " + kcv,
                () -> last(ref)
                        .map(e -> Look.at(
                                kcv.startsWith(e.event().checkValue())
                                        || e.event().checkValue().startsWith(kcv),
                                e.event().checkValue(),
                                e))
                        .orElseGet(() -> Look.nothing("no such key")));
    }

    /** The key is in use, and it is the one that was there first. */
    public void unchanged(KeyRef ref) {
        forEach(
                ref,
                key -> stage.expect(key.english() + " as at the start", () -> {
                    List<Seen<KeyLife>> life = life(key);
                    Optional<Seen<KeyLife>> first =
                            life.stream().filter(e -> !print(e).isEmpty()).findFirst();
                    if (first.isEmpty()) {
                        return Look.nothing("there was none at the start");
                    }
                    Seen<KeyLife> now = life.get(life.size() - 1);
                    String latest = life.stream()
                            .map(this::print)
                            .filter(print -> !print.isEmpty())
                            .reduce((a, b) -> b)
                            .orElse("");
                    boolean same = latest.equals(print(first.get()))
                            && now.event().state().equals("ACTIVE");
                    return Look.at(
                            same,
                            now.event().state() + " with check value "
                                    + now.event().checkValue(),
                            now);
                }));
    }

    public void same(KeyRef one, KeyRef other) {
        compare(one, other, true);
    }

    public void different(KeyRef one, KeyRef other) {
        compare(one, other, false);
    }

    private void compare(KeyRef one, KeyRef other, boolean same) {
        stage.expect(one.english() + (same ? " equal to " : " different from ") + other.english(), () -> {
            String first = latestPrint(one);
            String second = latestPrint(other);
            if (first.isEmpty() || second.isEmpty()) {
                return Look.nothing((first.isEmpty() ? one : other).english() + " is not there");
            }
            return Look.at(first.equals(second) == same, first.equals(second) ? "equal keys" : "different keys");
        });
    }

    /** Fingerprint of the key that is there now; empty when there is none. */
    String latestPrint(KeyRef ref) {
        String print = "";
        for (Seen<KeyLife> step : life(ref)) {
            String state = step.event().state();
            boolean gone = state.equals("EMPTY") || state.equals("LOST") || state.equals("REVOKED");
            print = gone ? "" : print(step).isEmpty() ? print : print(step);
        }
        return print;
    }

    /** States from birth to end. */
    public void life(KeyRef ref, List<KeyState> states) {
        List<String> wanted = states.stream().map(KeyState::english).toList();
        stage.expect("the life of " + ref.english() + ": " + String.join(", ", wanted), () -> {
            List<String> lived = life(ref).stream().map(e -> e.event().state()).toList();
            return Look.at(lived.equals(wanted), String.join(", ", lived));
        });
    }

    private Optional<Seen<KeyLife>> last(KeyRef ref) {
        List<Seen<KeyLife>> life = life(ref);
        return life.isEmpty() ? Optional.empty() : Optional.of(life.get(life.size() - 1));
    }

    private List<Seen<KeyLife>> life(KeyRef ref) {
        return stage.evidence().of(KeyLife.class).stream()
                .filter(e -> e.actor().equals(HOST) == ref.atHost())
                .filter(e -> e.event().owner().equals(ref.terminal().name())
                        && e.event().key().equals(ref.slot().english()))
                .toList();
    }

    /** The fingerprint of the clear key, also where the place holds only a cryptogram. */
    private String print(Seen<KeyLife> seen) {
        String print = seen.event().print();
        return stage.evidence()
                .last(KeyForm.class, e -> e.event().form().equals(print))
                .map(e -> e.event().print())
                .orElse(print);
    }

    private static void forEach(KeyRef ref, Consumer<KeyRef> check) {
        if (ref.slot() == KeyRef.Slot.WORKING_KEY_SET) {
            WORKING.forEach(slot -> check.accept(new KeyRef(slot, ref.terminal(), ref.atHost())));
        } else {
            check.accept(ref);
        }
    }

    /** What a device held in working memory is gone, after it was there: the witness has seen its end. */
    public void wiped(Device device, Secret secret) {
        String key = secret.english().substring("the ".length());
        String actor = stage.names().actor(device);
        stage.expect(
                device.english() + " has wiped " + secret.english(),
                () -> stage.evidence()
                        .last(
                                KeyLife.class,
                                e -> e.actor().equals(actor) && e.event().key().equals(key))
                        .map(e -> Look.at(
                                e.event().state().equals("WIPED")
                                        && stage.world()
                                                .witness()
                                                .hasEnded(key, e.event().owner()),
                                e.event().state(),
                                e))
                        .orElseGet(() -> Look.nothing("it never held " + secret.english())));
    }

    /**
     * No answer of a pad, to any command so far, holds a key or a secret in any form, and none has let a key do
     * what it is not for.
     */
    public void noKeyGiven(PadRef pad) {
        String name = stage.world().padName(pad.name());
        List<WireMessage> cable = stage.evidence().messages().on("pad cable of " + pad.name());
        List<WireMessage> answers =
                cable.stream().filter(m -> m.from().equals(name)).toList();
        Optional<WireMessage> telling = answers.stream()
                .filter(m -> !stage.world().witness().scan(m.bytes()).isEmpty())
                .findFirst();
        Optional<WireMessage> misused =
                Probed.misused(cable, name, stage.evidence().of(KeyLife.class, name));
        stage.expectNow(
                "answers without keys",
                telling.map(m -> Look.at(false, "a secret in an answer", m))
                        .or(() -> misused.map(m -> Look.at(false, "a key used for what it is not for", m)))
                        .orElse(Look.at(!answers.isEmpty(), answers.size() + " answers")));
    }

    /** Every download that a pad has begun had two random numbers of its own, the first of them rightly enciphered. */
    public void randomNumbersFresh(PadRef pad, int downloads) {
        String name = stage.world().padName(pad.name());
        Set<String> seen = new HashSet<>();
        int begun = 0;
        for (WireMessage message : stage.evidence().messages().on("pad cable of " + pad.name())) {
            Challenge challenge = message.from().equals(name) ? Probed.challenge(message.bytes()) : null;
            if (challenge != null) {
                begun++;
                seen.add(Hex.of(challenge.r1()));
                seen.add(Hex.of(challenge.r2()));
                boolean fresh = seen.size() == 2 * begun;
                byte[] c1 = stage.world().underCardKey(challenge.cardNumber(), challenge.r1());
                boolean right = Arrays.equals(c1, challenge.c1());
                stage.expectNow(
                        "fresh random numbers, C1 from R1",
                        Look.at(fresh && right, right ? "a number that had come before" : "another C1", message));
            }
        }
        stage.expectNow(downloads + " downloads", Look.at(begun == downloads, begun + " downloads"));
    }

    public void cardAnswered(CardRef card, String statusWord) {
        stage.expect(
                card.english() + " answers " + statusWord,
                () -> stage.evidence()
                        .last(CardEvents.Answered.class, e -> e.actor().equals(card.english()))
                        .map(e -> Look.at(
                                e.event().statusWord().equals(statusWord),
                                e.event().statusWord(),
                                e))
                        .orElseGet(() -> Look.nothing("no answer")));
    }

    /** The numbered steps of a download, from its beginning. */
    public void steps(TransactionRef ref, List<String> expected) {
        stage.expect(String.join(", ", expected), () -> {
            long from = stage.transaction(ref).map(Transaction::beganEvent).orElse(Long.MAX_VALUE);
            List<Seen<DownloadStep>> taken = stage.evidence().of(DownloadStep.class).stream()
                    .filter(e -> e.number() > from)
                    .filter(e -> ref.terminal() == null
                            || e.event().owner().equals(ref.terminal().name()))
                    .toList();
            List<String> numbers = taken.stream().map(e -> e.event().number()).toList();
            String came = numbers.isEmpty() ? "no step" : String.join(", ", numbers);
            return taken.isEmpty()
                    ? Look.nothing(came)
                    : Look.at(numbers.equals(expected), came, taken.get(taken.size() - 1));
        });
    }

    public void triesLeft(CardRef card, int tries) {
        stage.expect(
                tries + " tries left",
                () -> stage.evidence()
                        .last(CardEvents.Tries.class, e -> e.actor().equals(card.english()))
                        .map(e -> Look.at(e.event().left() == tries, e.event().left() + " tries left", e))
                        .orElseGet(() -> Look.nothing("no word of it")));
    }

    /** How the registry holds a card, as far as that has changed. */
    public void cardState(CardRef card, CardState state) {
        stage.expect(
                card.english() + " " + state.english(),
                () -> stage.evidence()
                        .last(HostEvents.CardState.class, e -> e.event().card().equals(card.english()))
                        .map(e -> Look.at(
                                e.event().state().equals(state.english()),
                                e.event().state(),
                                e))
                        .orElseGet(() -> Look.nothing("as at the start")));
    }

    public void permitClosed(TerminalRef terminal) {
        Function<Stream<Long>, Long> latest =
                numbers -> numbers.reduce((a, b) -> b).orElse(0L);
        stage.expect("the work order for " + terminal.name() + " closed", () -> {
            long opened = latest.apply(stage.evidence().of(HostEvents.PermitOpened.class).stream()
                    .filter(e -> e.event().terminal().equals(terminal.name()))
                    .map(Seen::number));
            long closed = latest.apply(stage.evidence().of(HostEvents.PermitClosed.class).stream()
                    .filter(e -> e.event().terminal().equals(terminal.name()))
                    .map(Seen::number));
            return new Look(closed > opened, opened == 0 ? "never opened" : "open", closed, 0);
        });
    }

    /** Each working key came from the HSM in two forms that differ; the POS form has left the host, the other not. */
    public void twoForms(TerminalRef terminal) {
        for (KeyRef.Slot slot : WORKING) {
            stage.expect(
                    "two forms of the " + slot.english() + ", of which only the POS form is sent",
                    () -> stage.evidence()
                            .last(
                                    HostEvents.TwoForms.class,
                                    e -> e.event().terminal().equals(terminal.name())
                                            && e.event().key().equals(slot.english()))
                            .map(this::onlyPosFormSent)
                            .orElseGet(() -> Look.nothing("no such key")));
        }
    }

    private Look onlyPosFormSent(Seen<HostEvents.TwoForms> forms) {
        SentForms sent =
                new SentForms(stage.evidence().messages().onLines(m -> m.from().equals(HOST)));
        boolean pos = sent.hold(forms.event().posForm());
        boolean sys = sent.hold(forms.event().sysForm());
        boolean two = !forms.event().posForm().equals(forms.event().sysForm());
        String came = !two ? "one form only" : sys ? "the SYS form was sent" : pos ? "as wanted" : "neither was sent";
        return Look.at(two && pos && !sys, came, forms);
    }

    public void notInClear(Secret secret) {
        String name = secret.english().substring("the ".length());
        Optional<WireMessage> telling = stage.world().openWires().findings().stream()
                .filter(s -> s.secret().equals(name))
                .map(s -> s.message())
                .findFirst();
        stage.expectNow(
                "no " + name + " in clear on an open wire",
                telling.map(m -> Look.at(false, "on the " + m.wire(), m))
                        .orElse(Look.at(stage.world().witness().knows(name), "there never was one")));
    }
}
