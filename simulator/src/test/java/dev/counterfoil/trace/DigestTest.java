package dev.counterfoil.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.junit.jupiter.api.Test;

final class DigestTest {
    private record Said(String words, long count, boolean loud, byte[] raw) implements TraceEvent {
        @Override
        public String kind() {
            return "test.said";
        }

        @Override
        public void tell(Teller teller) {
            teller.text("words", words)
                    .number("count", count)
                    .flag("loud", loud)
                    .bytes("raw", raw);
        }
    }

    @Test
    void the_digest_is_over_the_documented_form() throws Exception {
        Trace trace = new Trace(() -> 5);
        Digest digest = new Digest();
        trace.listen(digest);
        trace.emit("T1", new Said("余额 1", 7, true, new byte[] {1, 2}));
        byte[] words = "余额 1".getBytes(StandardCharsets.UTF_8);
        ByteBuffer form = ByteBuffer.allocate(200);
        form.putLong(5).put((byte) 'T').putInt(2).put("T1".getBytes(StandardCharsets.US_ASCII));
        form.put((byte) 'T').putInt(9).put("test.said".getBytes(StandardCharsets.US_ASCII));
        form.put((byte) 'T').putInt(words.length).put(words).put((byte) 'N').putLong(7);
        form.put((byte) 'F').put((byte) 1).put((byte) 'B').putInt(2).put(new byte[] {1, 2});
        form.flip();
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        sha256.update(form);
        assertThat(digest.value()).isEqualTo(sha256.digest());
    }

    @Test
    void reading_the_digest_does_not_end_it_and_every_part_counts() {
        byte[] first = digestOf(new Said("a", 1, true, new byte[9000]));
        assertThat(digestOf(new Said("a", 1, true, new byte[9000]))).isEqualTo(first);
        assertThat(digestOf(new Said("b", 1, true, new byte[9000]))).isNotEqualTo(first);
        assertThat(digestOf(new Said("a", 2, true, new byte[9000]))).isNotEqualTo(first);
        assertThat(digestOf(new Said("a", 1, false, new byte[9000]))).isNotEqualTo(first);
        assertThat(digestOf(new Said("a", 1, true, new byte[8999]))).isNotEqualTo(first);
    }

    private static byte[] digestOf(TraceEvent event) {
        Digest digest = new Digest();
        Trace trace = new Trace(() -> 0);
        trace.listen(digest);
        for (int i = 0; i < 50; i++) {
            trace.emit("T1", event);
            digest.value();
        }
        return digest.value();
    }
}
