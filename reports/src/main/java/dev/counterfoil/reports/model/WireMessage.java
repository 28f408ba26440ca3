package dev.counterfoil.reports.model;

import java.util.List;

/**
 * One message on one wire.
 *
 * @param number its number in the scenario, from 1; the same in steps, cause, matrix, diagram and log
 * @param timeNanos virtual time at which it was sent
 * @param step number of the step in which it was sent, from 1; 0 when none
 * @param from id of the actor that sent it, see {@link ActorReport#id()}
 * @param to id of the actor it was sent to
 * @param wire name of the wire, such as {@code serial 9600} or {@code 4G}
 * @param protocol what is spoken there
 * @param label MTI or command with the trade's word: {@code 0200} / {@code 消费}
 * @param meaning what it says, in a few words; may be empty
 * @param lengthBytes bytes on the wire, 0 for what is no bytes (a key press)
 * @param rawHex the bytes, upper-case hex, {@code ·} for a hidden digit; renderers mask it again; may be empty
 * @param fields decoded fields in order of the message
 * @param mac whether its MAC was checked and good
 * @param fault number of the fault that struck it, 0 when none
 * @param lost whether it never arrived
 */
public record WireMessage(
        int number,
        long timeNanos,
        int step,
        String from,
        String to,
        String wire,
        Protocol protocol,
        Label label,
        String meaning,
        int lengthBytes,
        String rawHex,
        List<DecodedField> fields,
        Mac mac,
        int fault,
        boolean lost) {
    public WireMessage {
        fields = List.copyOf(fields);
    }

    /** What is spoken on a wire. */
    public enum Protocol {
        ISO8583,
        PADLINK,
        HOSTCOMMAND,
        APDU,
        PANEL,
        OTHER
    }

    /** What is known about a message's MAC. */
    public enum Mac {
        NONE(""),
        GOOD("good"),
        WRONG("wrong");

        private final String word;

        Mac(String word) {
            this.word = word;
        }

        /** One English word, empty when the message has no MAC. */
        public String word() {
            return word;
        }
    }
}
