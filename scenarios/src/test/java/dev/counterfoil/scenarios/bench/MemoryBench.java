package dev.counterfoil.scenarios.bench;

import dev.counterfoil.clock.LoopSystem;
import dev.counterfoil.clock.TurnLoop;
import dev.counterfoil.estate.Estate;
import dev.counterfoil.estate.EstateReader;
import dev.counterfoil.estate.World;
import dev.counterfoil.evidence.Evidence;
import dev.counterfoil.scenarios.play.VirtualSurroundings;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * Heap of a terminal that is signed in and idle, with its pad, its wires, its stores and its places at the host and in
 * the plan. The estate that was read, and the story that the trace has told so far, are not counted.
 */
final class MemoryBench {
    private static final int FIRST = 100;

    private MemoryBench() {}

    public static void main(String[] args) throws ReflectiveOperationException, JMException {
        int terminals = args.length == 0 ? 100_000 : Integer.parseInt(args[0]);
        Estate estate = estate(FIRST + terminals);
        try (LoopSystem system = new LoopSystem(TurnLoop.Mode.VIRTUAL);
                World world = new World(system, estate, 1, new VirtualSurroundings(List::of))) {
            signIn(world, 1, FIRST);
            long before = used(world);
            signIn(world, FIRST + 1, FIRST + terminals);
            long after = used(world);
            Meter.say("%d terminals, signed in and idle: %d bytes each", terminals, (after - before) / terminals);
            if (args.length > 1) {
                histogram(Integer.parseInt(args[1]));
            }
        }
    }

    /** What lies in the heap, by class. */
    private static void histogram(int lines) throws JMException {
        Object text = ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        "gcClassHistogram",
                        new Object[] {new String[0]},
                        new String[] {String[].class.getName()});
        text.toString().lines().limit(lines + 2L).forEach(System.out::println);
    }

    private static void signIn(World world, int from, int to) {
        for (int i = from; i <= to; i++) {
            world.plan().terminal("T" + i).starts("signed-in");
            world.site("T" + i);
        }
        world.await(() -> true, 1);
    }

    private static long used(World world) throws ReflectiveOperationException {
        forget(world.evidence());
        for (int i = 0; i < 4; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** Empties every list and map that an object holds, and those of the product's objects in it. */
    private static void forget(Object holder) throws ReflectiveOperationException {
        for (Field field : holder.getClass().getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers())) {
                continue;
            }
            field.setAccessible(true);
            Object value = field.get(holder);
            if (value instanceof Collection<?> some) {
                some.clear();
                if (some instanceof ArrayList<?> list) {
                    list.trimToSize();
                }
            } else if (value instanceof Map<?, ?> some) {
                some.clear();
            } else if (value != null && value.getClass().getPackage() == Evidence.class.getPackage()) {
                forget(value);
            }
        }
    }

    private static Estate estate(int count) {
        Estate bundled = EstateReader.bundled();
        Estate.Terminal first = bundled.terminals().get("T1");
        Map<String, Estate.Terminal> terminals = new LinkedHashMap<>();
        for (int i = 1; i <= count; i++) {
            terminals.put("T" + i, terminal(first, i));
        }
        return new Estate(
                bundled.name(),
                bundled.start(),
                bundled.zone(),
                bundled.checkLimitSeconds(),
                bundled.dialect(),
                bundled.acquirer(),
                bundled.terminalPolicies(),
                bundled.hostPolicies(),
                bundled.issuerPolicies(),
                bundled.loadingPolicies(),
                bundled.profiles(),
                bundled.merchants(),
                terminals,
                bundled.cards(),
                bundled.managerCards(),
                bundled.testKeys());
    }

    private static Estate.Terminal terminal(Estate.Terminal like, int number) {
        String digits = String.format(Locale.ROOT, "%08d", number);
        return new Estate.Terminal(
                "T" + number,
                like.merchant(),
                digits,
                "CF" + digits,
                "PP" + digits,
                like.line(),
                like.padCable(),
                like.starts(),
                like.batch(),
                like.trace(),
                like.keys(),
                like.policies(),
                Estate.Attached.NONE);
    }
}
