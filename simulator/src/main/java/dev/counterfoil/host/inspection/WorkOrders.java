package dev.counterfoil.host.inspection;

import dev.counterfoil.host.Effects;
import dev.counterfoil.store.RecordKind;
import dev.counterfoil.store.Row;
import dev.counterfoil.store.Store;

/** What has come of the work order of each terminal: the download that it allowed, the inspection that went with it. */
public final class WorkOrders {
    private static final RecordKind KIND = RecordKind.INSPECTION;

    /**
     * The results that a work order holds.
     *
     * @param checkValue of the master key that was downloaded, or empty
     * @param inspection its number, or empty
     */
    private record Results(String checkValue, String inspection) {
        static final Results NONE = new Results("", "");

        byte[] encode() {
            return new Row().put(checkValue).put(inspection).encode();
        }
    }

    private final Store store;
    private final Effects effects;

    public WorkOrders(Store store, Effects effects) {
        this.store = store;
        this.effects = effects;
    }

    /** Whether a record of this name is one of ours. */
    static boolean named(String name) {
        return name.startsWith("order ");
    }

    /** A new order: nothing has come of it yet. */
    public void opened(String terminalId) {
        effects.write(KIND, name(terminalId), Results.NONE.encode(), () -> {});
    }

    /** The terminal, by its estate name and F41, has its key; goes on when that is stored. */
    public void downloaded(String terminal, String terminalId, String checkValue, Runnable then) {
        put(terminal, terminalId, new Results(checkValue, of(terminalId).inspection), then);
    }

    /** The terminal has been inspected. An order keeps its first; without one nothing is noted. */
    void inspected(String terminal, String terminalId, String number, Runnable then) {
        Results now = of(terminalId);
        boolean order = store.read(KIND, name(terminalId)) != null
                || store.read(RecordKind.DOWNLOAD_PERMIT, terminalId) != null;
        if (order && now.inspection.isEmpty()) {
            put(terminal, terminalId, new Results(now.checkValue, number), then);
        } else {
            then.run();
        }
    }

    private Results of(String terminalId) {
        byte[] record = store.read(KIND, name(terminalId));
        if (record == null) {
            return Results.NONE;
        }
        Row.Reader in = Row.read(record);
        return new Results(in.text(), in.text());
    }

    private void put(String terminal, String terminalId, Results results, Runnable then) {
        effects.write(KIND, name(terminalId), results.encode(), () -> {
            effects.emit(new InspectionEvents.WorkOrder(terminal, results.checkValue, results.inspection));
            then.run();
        });
    }

    private static String name(String terminalId) {
        return "order " + terminalId;
    }
}
