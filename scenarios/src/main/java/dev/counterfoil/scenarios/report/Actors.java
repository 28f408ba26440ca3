package dev.counterfoil.scenarios.report;

import dev.counterfoil.estate.Estate;
import dev.counterfoil.reports.model.ActorReport;
import dev.counterfoil.reports.model.ActorReport.Badge;
import dev.counterfoil.reports.model.Label;
import dev.counterfoil.reports.model.ScenarioReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Everybody who took part, in the order in which a transaction passes them. */
final class Actors {
    /** A role by the beginning of the actors' names, in the order of the lanes. */
    private record Role(String prefix, String english, String chinese) {}

    private static final List<Role> ROLES = List.of(
            new Role("people", "People", "收银台"),
            new Role("manager card", "Manager card", "运维管理员卡"),
            new Role("card", "Card", "银行卡"),
            new Role("pad", "PIN pad", "密码键盘"),
            new Role("fake", "Fake host", "伪主机"),
            new Role("thief", "Thief", "窃贼"),
            new Role("host", "Host", "收单主机"),
            new Role("HSM", "HSM", "加密机"),
            new Role("switch", "Switch", "转接"),
            new Role("issuer HSM", "Issuer HSM", "发卡行加密机"),
            new Role("issuer", "Issuer", "发卡行"),
            new Role("T", "Terminal", "终端"));
    private static final int TERMINALS_COME_AFTER = 3;

    private final Estate estate;
    private final Map<String, String> realDevices;
    private final Map<String, Integer> scenarios = new TreeMap<>();
    private final Map<String, Integer> realScenarios = new TreeMap<>();

    private Actors(Estate estate, Map<String, String> realDevices) {
        this.estate = estate;
        this.realDevices = realDevices;
    }

    /** @param realDevices the actors that were real, each with its line and settings */
    static List<ActorReport> of(Estate estate, Map<String, String> realDevices, List<ScenarioReport> scenarios) {
        Actors actors = new Actors(estate, realDevices);
        scenarios.forEach(actors::count);
        List<String> names = new ArrayList<>(actors.scenarios.keySet());
        names.sort(Comparator.comparingDouble(Actors::place).thenComparing(Comparator.naturalOrder()));
        return names.stream().map(actors::actor).toList();
    }

    private void count(ScenarioReport scenario) {
        scenario.tally().actors().forEach(name -> scenarios.merge(name, 1, Integer::sum));
        scenario.head().realActors().forEach(name -> realScenarios.merge(name, 1, Integer::sum));
    }

    private static Role role(String name) {
        return ROLES.stream()
                .filter(r -> name.startsWith(r.prefix()))
                .findFirst()
                .orElse(new Role(name, name, ""));
    }

    private static double place(String name) {
        Role role = role(name);
        int index = ROLES.indexOf(role);
        return role.prefix().equals("T") ? TERMINALS_COME_AFTER + 0.5 : index < 0 ? ROLES.size() : index;
    }

    private ActorReport actor(String name) {
        Role role = role(name);
        Estate.Terminal terminal = estate.terminals().get(name.replace("pad of ", ""));
        boolean pad = name.startsWith("pad");
        boolean real = realDevices.containsKey(name);
        int count = scenarios.getOrDefault(name, 0);
        return new ActorReport(
                name,
                Label.of(role.english(), role.chinese()),
                real ? Badge.REAL : Badge.SIMULATED,
                terminal == null || pad ? "" : "terminal number " + terminal.id(),
                "",
                terminal == null ? "" : pad ? terminal.padSerial() : terminal.serial(),
                realDevices.getOrDefault(name, terminal == null ? "" : pad ? terminal.padCable() : terminal.line()),
                count,
                realScenarios.getOrDefault(name, 0));
    }
}
