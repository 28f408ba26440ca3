package dev.counterfoil.stage;

import dev.counterfoil.estate.Estate;
import dev.counterfoil.estate.EstateProblem;
import dev.counterfoil.estate.World;
import dev.counterfoil.evidence.Evidence;
import dev.counterfoil.evidence.Transaction;
import dev.counterfoil.people.CardInHand;
import dev.counterfoil.stage.hardware.Hardware;
import dev.counterfoil.verb.ref.CardRef;
import dev.counterfoil.verb.ref.TerminalRef;
import dev.counterfoil.verb.ref.TransactionRef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One scenario's view of its world, and its place in the story: where {@code next} begins to count, and which terminal
 * was named last.
 */
public final class Stage {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private World world;
    private Messages messages;
    private Cast cast;
    private Names names;
    private Hardware hardware;
    private final List<String> armed = new ArrayList<>();
    private final List<String> waiting = new ArrayList<>();
    private int verbs;
    private final Set<String> unreachable = new LinkedHashSet<>();
    private boolean checkedLast = true;
    private long windowStart;
    private long cursor;
    private long healedAtNanos;
    private @Nullable String terminalNamedLast;
    private @Nullable Look lastLook;

    public Stage(World world) {
        this.world = world;
        this.messages = new Messages(world.evidence(), this::transaction);
        this.cast = new Cast(world);
        this.names = new Names(this);
        this.hardware = new Hardware(world);
    }

    public World world() {
        return world;
    }

    /** The next verb acts: after a check, {@code next} counts from here. */
    public void acting() {
        verbs++;
        if (checkedLast) {
            windowStart = world.trace().number();
            cursor = windowStart;
        }
        checkedLast = false;
    }

    /** The next verb checks. */
    public void checking() {
        verbs++;
        checkedLast = true;
        lastLook = null;
    }

    /** The next verb arranges or arms: it does not begin a new window. */
    public void preparing() {
        verbs++;
        lastLook = null;
    }

    /**
     * Goes on in a world of another estate.
     *
     * @throws EstateProblem when anything has been said of this one
     */
    void moveTo(Estate estate) {
        if (verbs > 1) {
            throw new EstateProblem("the estate has to be named in the first step");
        }
        World before = world;
        world = before.of(estate);
        messages = new Messages(world.evidence(), this::transaction);
        cast = new Cast(world);
        names = new Names(this);
        hardware = new Hardware(world);
        before.close();
    }

    /** Number of the message that the latest check looked at, 0 if it looked at none. */
    public int messageLookedAt() {
        Look look = lastLook;
        return look == null ? 0 : look.message();
    }

    public Arranging arranging() {
        return new Arranging(this);
    }

    public Acting people() {
        return new Acting(this);
    }

    public Hands hands() {
        return new Hands(this);
    }

    /** Cases, batteries and plugs. */
    public Hardware hardware() {
        return hardware;
    }

    public Arming arming() {
        return new Arming(this);
    }

    public TransactionChecks transactions() {
        return new TransactionChecks(this);
    }

    public MessageChecks messageChecks() {
        return new MessageChecks(this);
    }

    public KeyChecks keys() {
        return new KeyChecks(this);
    }

    public Thieves thieves() {
        return new Thieves(this);
    }

    public PanelChecks panels() {
        return new PanelChecks(this);
    }

    public BackOfficeChecks backOffice() {
        return new BackOfficeChecks(this);
    }

    public WorldChecks checks() {
        return new WorldChecks(this);
    }

    Cast cast() {
        return cast;
    }

    Names names() {
        return names;
    }

    /** A card as a person holds it. */
    public CardInHand card(CardRef card) {
        return cast.card(card);
    }

    /** Something waits for its message. */
    public void armed(String what) {
        armed.add(what);
        waiting.add(what);
    }

    /** Something that was armed has met its message. */
    public void struck(String what) {
        waiting.remove(what);
    }

    /** Everything that was armed, struck or not. */
    public List<String> armed() {
        return List.copyOf(armed);
    }

    /** What was armed and has not struck. */
    public List<String> neverStruck() {
        return List.copyOf(waiting);
    }

    /** Whether a party or a pad can be reached. */
    void reachable(String actor, boolean now) {
        if (now) {
            unreachable.remove(actor);
        } else {
            unreachable.add(actor);
        }
    }

    /** Parties, terminals and pads, in English, that are down, without power or mute. */
    Set<String> unreachable() {
        return Collections.unmodifiableSet(unreachable);
    }

    /** Faults have ended. */
    void healed() {
        healedAtNanos = world.trace().nowNanos();
    }

    long healedAtNanos() {
        return healedAtNanos;
    }

    Evidence evidence() {
        return world.evidence();
    }

    Messages messages() {
        return messages;
    }

    long windowStart() {
        return windowStart;
    }

    /** Where the next message is looked for. */
    long cursor() {
        return cursor;
    }

    void moveCursor(long event) {
        cursor = Math.max(cursor, event);
    }

    /** Where a person stands who is not said to stand elsewhere. */
    String terminalOf(@Nullable TerminalRef named) {
        if (named != null) {
            terminalNamedLast = named.name();
        }
        String last = terminalNamedLast;
        return last == null
                ? world.plan().estate().terminals().keySet().iterator().next()
                : last;
    }

    /** The transaction that a reference means, of those so far. */
    Optional<Transaction> transaction(TransactionRef ref) {
        List<Transaction> meant = evidence().transactions().all().stream()
                .filter(t -> t.kind().equals(ref.kind().english()))
                .filter(t -> ref.terminal() == null
                        || t.terminal().equals(ref.terminal().name()))
                .toList();
        return switch (ref.which().sort()) {
            case NTH -> meant.stream().skip(ref.which().number() - 1L).findFirst();
            default -> meant.isEmpty() ? Optional.empty() : Optional.of(meant.get(meant.size() - 1));
        };
    }

    /**
     * Waits until a look holds, as long as the estate allows.
     *
     * @throws CheckFailed if it does not come to hold
     */
    public void expect(String expected, Supplier<Look> look) {
        expectWithin(expected, world.plan().estate().checkLimitSeconds() * NANOS_PER_SECOND, look);
    }

    void expectWithin(String expected, long limitNanos, Supplier<Look> look) {
        if (!look.get().holds()) {
            world.await(() -> look.get().holds(), limitNanos);
        }
        expectNow(expected, look.get());
    }

    /** @throws CheckFailed if it does not hold now */
    void expectNow(String expected, Look look) {
        lastLook = look;
        if (!look.holds()) {
            throw new CheckFailed(expected, look);
        }
    }

    /** Waits for a count to be reached, and lets it go no further. */
    void expectCount(String what, int times, Supplier<List<Long>> events) {
        Supplier<Look> look = () -> {
            List<Long> found = events.get();
            long last = found.isEmpty() ? 0 : found.get(found.size() - 1);
            return new Look(found.size() == times, what + " " + found.size() + " times", last, 0);
        };
        if (events.get().size() < times) {
            world.await(
                    () -> events.get().size() >= times, world.plan().estate().checkLimitSeconds() * NANOS_PER_SECOND);
        }
        expectNow(what + " " + times + " times", look.get());
    }
}
