package dev.counterfoil.reports.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Test;

final class PackedTest {
    static String unpack(String base64) throws Exception {
        if (base64.isEmpty()) {
            return "";
        }
        byte[] packed = Base64.getDecoder().decode(base64);
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(packed), new Inflater(true))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void a_foreign_inflater_gives_the_text_back() throws Exception {
        for (String text :
                new String[] {"", "a", "ab", "abc", "aaaaaaaaaaaaaaaaaaaaa", "冲正 0400 · é", "x".repeat(100_000)}) {
            assertThat(unpack(Packed.base64(text))).isEqualTo(text);
        }
    }

    @Test
    void random_text_of_many_lengths_and_distances_comes_back() throws Exception {
        Random random = new Random(20260316);
        for (int round = 0; round < 200; round++) {
            StringBuilder text = new StringBuilder();
            while (text.length() < round * 400) {
                if (text.length() > 10 && random.nextInt(3) > 0) {
                    int from = random.nextInt(text.length() - 1);
                    text.append(text, from, Math.min(text.length(), from + 1 + random.nextInt(600)));
                } else {
                    text.append(
                            (char) (random.nextInt(20) == 0 ? 0x4E00 + random.nextInt(500) : 32 + random.nextInt(95)));
                }
            }
            assertThat(unpack(Packed.base64(text.toString()))).isEqualTo(text.toString());
        }
    }

    @Test
    void repetition_is_packed_small() {
        assertThat(Packed.base64("<path d=\"M168 84H496\"></path>".repeat(1000)).length())
                .isLessThan(700);
    }
}
