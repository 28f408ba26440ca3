package dev.counterfoil.crypto.life;

import dev.counterfoil.trace.TraceEvent;
import java.util.function.Consumer;

/** The steps of an inspection, embodiment 3 of CN105978856A, with their numbers; a branch is told by its medium. */
public enum InspectionStep {
    // spotless:off
    CONTENT    ("S51",     "work content is typed"),
    STATE      ("S52",     "equipment state is typed"),
    CHIP       ("S53-IC",  "card number and card key are in the pad"),
    STRIPE     ("S53-MS",  "card number is read from the stripe"),
    TYPED      ("S53-KEY", "card number is typed"),
    SENT_CHIP  ("S54-IC",  "report, R1, R2 and C1 are ready to be sent"),
    SENT_STRIPE("S54-MS",  "report with the number from the stripe is ready to be sent"),
    SENT_TYPED ("S54-KEY", "report with the typed number is ready to be sent"),
    PROVED     ("S55-IC",  "C1 is R1 under the card key, C2 is made"),
    NOTED      ("S56",     "inspection is checked, numbered and stored"),
    FOLLOWED   ("S57",     "what the equipment state asks for is done");
    // spotless:on

    private final String number;
    private final String words;

    InspectionStep(String number, String words) {
        this.number = number;
        this.words = words;
    }

    /** Tells that this has been done at a terminal, by its estate name. */
    public void reached(String terminal, Consumer<TraceEvent> trace) {
        trace.accept(new DownloadStep(terminal, number, words));
    }
}
