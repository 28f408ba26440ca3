package dev.counterfoil.host.inspection;

import dev.counterfoil.host.Effects;
import dev.counterfoil.store.RecordKind;
import dev.counterfoil.store.Row;
import dev.counterfoil.store.Store;

/** What has come of the work order of each terminal: the download that it allowed, the inspection that went with it. */
public final class WorkOrders {
    private static final RecordKind KIND = RecordKind.INSPECTION;

    /**
     * What is kept of a work order; its inspection is the first behind {@code after}.
     *
     * @param checkValue of the master key that was downloaded, or empty
     * @param after number of the terminal's latest inspection when the order was opened, or empty
     */
    private record Order(String checkValue, String after) {
        byte[] encode() {
            return new Row().put(checkValue).put(after).encode();
        }
    }

    private final Store store;
    private final Effects effects;
    private final InspectionRegister register;

    public WorkOrders(Store store, Effects effects, InspectionRegister register) {
        this.store = store;
        this.effects = effects;
        this.register = register;
    }

    /** Whether a record of this name is one of ours. */
    static boolean named(String name) {
        return name.startsWith("order ");
    }

    /** A new order: nothing has come of it yet. */
    public void opened(String terminalId) {
        Order order = new Order("", register.latest(terminalId));
        effects.write(KIND, name(terminalId), order.encode(), () -> {});
    }

    /** The terminal, by its estate name and F41, has its key; goes on when that is stored. */
    public void downloaded(String terminal, String terminalId, String checkValue, Runnable then) {
        Order order = new Order(checkValue, of(terminalId).after);
        effects.write(KIND, name(terminalId), order.encode(), () -> {
            tell(terminal, order, first(terminalId, order));
            then.run();
        });
    }

    /** The terminal has been inspected. An order keeps its first; without one nothing is noted. */
    void inspected(String terminal, Inspection inspection) {
        String id = inspection.terminalId();
        boolean ordered = store.read(KIND, name(id)) != null || store.read(RecordKind.DOWNLOAD_PERMIT, id) != null;
        Order order = of(id);
        if (ordered && first(id, order).equals(inspection.number())) {
            tell(terminal, order, inspection.number());
        }
    }

    /** Number of the first inspection behind the opening of an order, or empty. */
    private String first(String terminalId, Order order) {
        return register.of(terminalId).stream()
                .map(Inspection::number)
                .filter(number -> number.compareTo(order.after) > 0)
                .findFirst()
                .orElse("");
    }

    private Order of(String terminalId) {
        byte[] record = store.read(KIND, name(terminalId));
        if (record == null) {
            return new Order("", "");
        }
        Row.Reader in = Row.read(record);
        return new Order(in.text(), in.text());
    }

    private void tell(String terminal, Order order, String inspection) {
        effects.emit(new InspectionEvents.WorkOrder(terminal, order.checkValue, inspection));
    }

    private static String name(String terminalId) {
        return "order " + terminalId;
    }
}
