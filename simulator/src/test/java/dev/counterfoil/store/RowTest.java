package dev.counterfoil.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.counterfoil.codec.Malformed;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class RowTest {
    private static final byte[] RECORD =
            new Row().put("茶").put("").put(-2500).put(true).put("two\nlines").encode();

    @Test
    void values_come_back_in_the_order_they_were_put() {
        Row.Reader in = Row.read(RECORD);
        assertThat(in.text()).isEqualTo("茶");
        assertThat(in.text()).isEmpty();
        assertThat(in.number()).isEqualTo(-2500);
        assertThat(in.flag()).isTrue();
        assertThat(in.more()).isTrue();
        assertThat(in.text()).as("a value ends at a line feed").isEqualTo("two lines");
        assertThat(in.more()).isFalse();
    }

    @Test
    void a_record_that_was_cut_off_is_malformed() {
        for (int length = 0; length < RECORD.length; length++) {
            Row.Reader in = Row.read(Arrays.copyOf(RECORD, length));
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 5; i++) {
                            in.text();
                        }
                    })
                    .as("%d bytes", length)
                    .isInstanceOf(Malformed.class);
        }
    }
}
