package dev.counterfoil.scenarios.run;

import dev.counterfoil.scenarios.feature.Scenario;
import dev.counterfoil.verb.Table;
import dev.counterfoil.verb.Verb;
import dev.counterfoil.verb.word.Language;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;

/** A workshop without worlds: it hears every step and does nothing. The digest is that of the words. */
public final class DryWorkshop implements Workshop {
    @Override
    public Performer open(Scenario scenario) {
        return new Listener(scenario.seed());
    }

    @Override
    public void close() {}

    private static final class Listener implements Performer {
        private final MessageDigest words = Digests.sha256();

        private Listener(long seed) {
            words.update(ByteBuffer.allocate(Long.BYTES).putLong(0, seed));
        }

        @Override
        public void perform(Verb verb) {
            hear(verb.english());
            Table table = verb.table();
            if (table != null) {
                table.print(Language.ENGLISH).forEach(row -> row.forEach(this::hear));
            }
        }

        private void hear(String text) {
            words.update(text.getBytes(StandardCharsets.UTF_8));
            words.update((byte) 0);
        }

        @Override
        public Ending end() {
            return new Ending(List.of(), List.of(), words.digest());
        }
    }
}
