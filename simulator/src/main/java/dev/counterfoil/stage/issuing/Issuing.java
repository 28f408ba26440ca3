package dev.counterfoil.stage.issuing;

import dev.counterfoil.card.CardEvents;
import dev.counterfoil.estate.EstateProblem;
import dev.counterfoil.estate.IssuingBench;
import dev.counterfoil.estate.World;
import dev.counterfoil.issuing.CardOrder;
import dev.counterfoil.issuing.IssuingEvents;
import dev.counterfoil.issuing.Outcome;
import dev.counterfoil.people.CardInHand;
import dev.counterfoil.protocol.apdu.CardBlock;
import dev.counterfoil.stage.Look;
import dev.counterfoil.stage.Stage;
import dev.counterfoil.verb.ref.CardRef;
import java.time.LocalDate;

/** What happens at the card issuer, and what came of it. */
public final class Issuing {
    private static final long LONGEST_NANOS = 60_000_000_000L;

    private final Stage stage;
    private final World world;

    public Issuing(Stage stage) {
        this.stage = stage;
        this.world = stage.world();
    }

    /** A card is as its maker delivers it. */
    public void blank(CardRef card) {
        if (world.built()) {
            throw new EstateProblem("that " + card.english() + " starts blank has to be said before anybody acts");
        }
        world.plan().managerCard(card.name()).makeBlank();
    }

    /** Puts a card into the card issuer, has it made, and takes it out again. */
    public void issue(CardRef card, String number, String password, LocalDate lastDay, int tries) {
        CardOrder order = new CardOrder(card.english(), number, password, lastDay, tries);
        world.plan().managerCard(card.name()).personalise(password, tries);
        insert(card);
        long before = world.trace().number();
        world.issuing().make(order);
        world.await(() -> endedSince(before), LONGEST_NANOS);
        world.issuing().takeOut();
        world.settle();
    }

    private boolean endedSince(long before) {
        return world.evidence()
                        .last(IssuingEvents.Ended.class, e -> e.number() > before)
                        .isPresent()
                || world.evidence()
                        .last(IssuingEvents.PowerChanged.class, e -> e.number() > before)
                        .isPresent();
    }

    private void insert(CardRef card) {
        world.build();
        CardInHand inHand = stage.card(card);
        world.issuing().returnPower();
        world.issuing().insert(inHand.card(), card.english());
    }

    /** The card leaves the slot when it has answered so many commands from now on. */
    public void pulledAfter(CardRef card, int commands) {
        after(card, commands, card.english() + " is pulled", world.issuing()::takeOut);
    }

    /** The card issuer has no power once the card has answered so many commands, until the next card is put in. */
    public void powerFailsAfter(int commands, CardRef card) {
        IssuingBench bench = world.issuing();
        after(card, commands, "the power of the card issuer fails", bench::cutPower);
    }

    private void after(CardRef card, int commands, String name, Runnable then) {
        int[] left = {commands};
        stage.armed(name);
        world.trace().listen(e -> {
            boolean answered = e.actor().equals(card.english()) && e.event() instanceof CardEvents.Answered;
            if (answered && --left[0] == 0) {
                stage.struck(name);
                world.soon(then);
            }
        });
    }

    /** The card is put in and reset, and gets these bytes for an APDU. */
    public void send(byte[] apdu, CardRef card) {
        insert(card);
        world.issuing().put(new byte[] {CardBlock.RESET});
        world.issuing().put(CardBlock.of(apdu, false));
        world.issuing().takeOut();
        world.settle();
    }

    /** How the last making of a card has ended. */
    public void ended(CardRef card, String outcome) {
        Outcome.of(outcome);
        stage.expect(
                "the making of " + card.english() + " ended as " + outcome,
                () -> world.evidence()
                        .last(IssuingEvents.Ended.class, e -> e.event().card().equals(card.english()))
                        .map(e -> Look.at(
                                e.event().outcome().equals(outcome), e.event().outcome(), e))
                        .orElseGet(() -> Look.nothing("no such end")));
    }
}
