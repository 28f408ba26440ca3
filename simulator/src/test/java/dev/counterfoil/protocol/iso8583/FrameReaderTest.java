package dev.counterfoil.protocol.iso8583;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.counterfoil.codec.Malformed;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FrameReaderTest {
    private static final byte[] FIRST = Vectors.messages().get(0).frame();
    private static final byte[] SECOND = Vectors.messages().get(3).frame();

    private static byte[] stream() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(FIRST);
        out.writeBytes(SECOND);
        return out.toByteArray();
    }

    @Test
    void frames_come_out_whole_wherever_the_stream_is_split() {
        byte[] stream = stream();
        for (int split = 0; split <= stream.length; split++) {
            FrameReader reader = new FrameReader();
            List<byte[]> frames = new ArrayList<>(reader.feed(Arrays.copyOf(stream, split)));
            frames.addAll(reader.feed(Arrays.copyOfRange(stream, split, stream.length)));
            assertThat(frames).containsExactly(FIRST, SECOND);
            assertThat(reader.pending()).isZero();
        }
    }

    @Test
    void frames_come_out_byte_by_byte_and_what_is_unfinished_is_pending() {
        FrameReader reader = new FrameReader();
        List<byte[]> frames = new ArrayList<>();
        for (byte b : stream()) {
            frames.addAll(reader.feed(new byte[] {b}));
        }
        assertThat(frames).containsExactly(FIRST, SECOND);
        assertThat(reader.feed(new byte[] {0})).isEmpty();
        assertThat(reader.pending()).isEqualTo(1);
        reader.feed(new byte[] {9, 1});
        assertThat(reader.pending()).isEqualTo(3);
    }

    @Test
    void a_length_of_zero_or_above_the_limit_is_refused() {
        assertThatThrownBy(() -> new FrameReader().feed(new byte[] {0, 0})).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> new FrameReader(100).feed(new byte[] {0, 101}))
                .hasMessage("length at offset 0: expected 1 to 100, found 101");
        assertThat(new FrameReader(1).feed(new byte[] {0, 1, 7})).hasSize(1);
    }
}
