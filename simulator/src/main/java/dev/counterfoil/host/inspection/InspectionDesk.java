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
 * Takes the reports of inspections: has a chip card prove itself, stores what is noted before it is answered, and tells
 * the service desk what has to follow.
 */
public final class InspectionDesk {
    private static final RecordKind KIND = RecordKind.INSPECTION;
    private static final String TRIES = "tries ";
    private static final String MOVED = "moved ";
    private static final String SYSTEM_FAULT = "96";
    private static final Duration NO_DOUBLE_WITHIN = Duration.ofHours(1);
    private static final Set<EquipmentState> TO_BE_REPAIRED = EnumSet.of(EquipmentState.FAULTY, EquipmentState.DAMAGED);

    /**
     * A request of a known terminal in service.
     *
     * @param terminal its estate name
     * @param terminalId F41
     * @param merchant F42
     * @param stan F11
     * @param covered what a MAC under the card key covers; empty where the mode wants none
     */
    public record Origin(String terminal, String terminalId, String merchant, String stan, byte[] covered) {}

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
        register = new InspectionRegister(NO_DOUBLE_WITHIN, office::card);
        plan = new VisitPlan(effects, office, () -> new VisitPlan.Terms(every.get(), grace.get()), register::of);
        plan.restore(store);
        for (String name : store.names(KIND)) {
            restore(name, Objects.requireNonNull(store.read(KIND, name)));
        }
    }

    private void restore(String name, byte[] record) {
        if (name.startsWith(TRIES)) {
            register.restoreTries(
                    name.substring(TRIES.length()),
                    Math.toIntExact(Row.read(record).number()));
        } else if (name.startsWith(MOVED)) {
            moved.put(name.substring(MOVED.length()), Row.read(record).text());
        } else if (!WorkOrders.named(name) && !VisitPlan.named(name)) {
            register.restore(Inspection.decode(record));
        }
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
                .filter(inspection -> inspection.what().medium() == Medium.IC
                        && inspection.what().state() == EquipmentState.MOVED)
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
        Arrival arrival = new Arrival(origin.terminalId, origin.merchant, origin.stan, effects.now(), f62, report);
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
        writeTries(call.arrival.terminalId(), refused.unknownTries(), () -> {
            if (refused.locks()) {
                tellDesk(call, "typed entry locked");
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
        } else if (decision instanceof Open) {
            boolean unlocks = register.tries(call.arrival.terminalId()) > 0;
            Inspection inspection = register.note(call.arrival);
            Runnable ordered = () -> {
                follow(call, inspection);
                reply.noted(answer(inspection, proof));
                withdraw(call);
            };
            Runnable stored = () ->
                    office.orders().inspected(call.terminal, call.arrival.terminalId(), inspection.number(), ordered);
            effects.write(
                    KIND,
                    inspection.number(),
                    inspection.encode(),
                    unlocks ? () -> writeTries(call.arrival.terminalId(), 0, stored) : stored);
        }
    }

    private void follow(Call call, Inspection inspection) {
        InspectionReport report = call.arrival.report();
        InspectionStep.NOTED.reached(call.terminal, effects::emit);
        effects.emit(new InspectionEvents.Noted(
                call.terminal,
                inspection.number(),
                report.medium().words(),
                report.medium().strength(),
                report.state().words()));
        plan.visited(call.terminal, call.arrival.terminalId());
        if (TO_BE_REPAIRED.contains(report.state())) {
            tellDesk(call, "fault " + report.faultCode());
            InspectionStep.FOLLOWED.reached(call.terminal, effects::emit);
        }
    }

    /** The answer has gone under the keys that the entry had. A number or a stripe closes nothing. */
    private void withdraw(Call call) {
        InspectionReport report = call.arrival.report();
        if (report.state() == EquipmentState.WITHDRAWN && report.medium() == Medium.IC) {
            InspectionStep.FOLLOWED.reached(call.terminal, effects::emit);
            office.withdraw(call.arrival.terminalId());
        }
    }

    private void tellDesk(Call call, String note) {
        effects.emit(new InspectionEvents.DeskNote(call.terminal, note));
    }

    private void writeTries(String terminalId, int tries, Runnable then) {
        effects.write(KIND, TRIES + terminalId, new Row().put(tries).encode(), then);
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
