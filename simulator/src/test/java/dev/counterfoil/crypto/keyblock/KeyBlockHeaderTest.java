package dev.counterfoil.crypto.keyblock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.counterfoil.codec.Malformed;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class KeyBlockHeaderTest {
    /** The block that the lines below spoil, 88 characters. */
    private static final String GOOD =
            "C0088M3TC00E0000A53CF172FE6562E7FDD5E6482E8925DA46F7FFE4D1BAD49EB33A9EDBB96A8A8D39F13A31";

    /** Offset, what is put there, the field that is named, its offset, and part of what was expected. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0  | 0      | version                    | 0  | one of A, B, C, D, E
            0  | c      | version                    | 0  | one of A, B, C, D, E
            1  | X      | length                     | 1  | 4 decimal digits
            1  | 0096   | length                     | 1  | the block's 88 characters
            5  | P9     | usage                      | 5  | B0 B1 B2
            5  | _0     | usage                      | 5  | a key usage
            7  | X      | algorithm                  | 7  | A D E H R S T
            8  | A      | mode of use                | 8  | B C D E G N S T V X Y
            9  | _0     | key version number         | 9  | two letters or digits
            11 | B      | exportability              | 11 | E N S
            12 | 0A     | number of optional blocks  | 12 | two decimal digits
            12 | 01     | optional blocks            | 16 | a multiple of 8 characters
            14 | 3      | key context                | 14 | 0 1 2
            15 | 1      | reserved                   | 15 | 0
            16 | G      | enciphered key             | 16 | a hex digit
            79 | z      | enciphered key             | 79 | a hex digit
            79 | a      | enciphered key             | 79 | upper case as before
            80 | ' '    | MAC                        | 80 | a hex digit
            86 | F9     | MAC                        | -1 | the right code
            """)
    void the_first_bad_field_is_named(int at, String put, String field, int offset, String expected) {
        String text = GOOD.substring(0, at) + put + GOOD.substring(at + put.length());
        if (offset < 0) {
            assertThat(KeyBlock.parse(text).header().usage()).isEqualTo("M3");
            return;
        }
        assertThatThrownBy(() -> KeyBlock.parse(text)).isInstanceOfSatisfying(Malformed.class, bad -> {
            assertThat(bad.path()).isEqualTo("key block." + field);
            assertThat(bad.offset()).isEqualTo(offset);
            assertThat(bad.expected()).contains(expected);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            01KS                     | optional block 1 KS length            | 18 | 2 characters
            01KS03                   | optional block 1 KS length            | 18 | at least the 4 characters
            01KS05                   | optional block 1 KS data              | 20 | 1 characters
            01KS0000                 | optional block 1 KS length of length  | 20 | 01 or 02 bytes
            01KS0001FF               | optional block 1 KS data              | 24 | 247 characters
            01KS0008FFFFFFFFFFFFFFFF | optional block 1 KS length of length  | 20 | or 04 digits
            01KS0002FG00             | optional block 1 KS length            | 22 | 4 hex digits
            01KS000107               | optional block 1 KS length            | 18 | at least the 8 characters
            02KS04K!04               | optional block 2 id                   | 20 | two letters or digits
            02KS04KS04               | optional block 2 id                   | 20 | each id once
            """)
    void the_first_bad_part_of_an_optional_block_is_named(String tail, String field, int offset, String expected) {
        String text = "B0000P0TE00N" + tail.substring(0, 2) + "00" + tail.substring(2);
        assertThatThrownBy(() -> KeyBlockHeader.parse(text)).isInstanceOfSatisfying(Malformed.class, bad -> {
            assertThat(bad.path()).isEqualTo("key block." + field);
            assertThat(bad.offset()).isEqualTo(offset);
            assertThat(bad.expected()).contains(expected);
        });
    }

    @Test
    void an_optional_block_that_leaves_the_header_ragged_is_named() {
        assertThatThrownBy(() -> KeyBlock.parse("C0064M3TC00E0100TT05A" + "0".repeat(43)))
                .isInstanceOfSatisfying(Malformed.class, bad -> {
                    assertThat(bad.offset()).isEqualTo(16);
                    assertThat(bad.expected()).contains("multiple of 8");
                    assertThat(bad.found()).isEqualTo("5 characters");
                });
    }

    @ParameterizedTest
    @EnumSource(HeaderField.class)
    void every_value_of_the_tables_is_read_and_written(HeaderField field) {
        for (String value : field.codes().keySet()) {
            String text = "D0016P0AE00N0000";
            String with = text.substring(0, field.offset()) + value + text.substring(field.end());
            assertThat(KeyBlockHeader.parse(with).header().encode(0)).isEqualTo(with);
        }
    }

    @Test
    void a_vendor_s_own_numeric_values_are_read() {
        KeyBlockHeader header = KeyBlockHeader.parse("B0016510199E0000").header();
        assertThat(List.of(header.usage(), header.algorithm(), header.modeOfUse(), header.keyVersion()))
                .containsExactly("51", "0", "1", "99");
    }

    @Test
    void a_header_with_a_value_that_it_may_not_have_is_not_written() {
        KeyBlockHeader header = KeyBlockHeader.of(KeyBlockVersion.B, "P0", "T", "Q", "N");
        assertThatThrownBy(() -> header.encode(32))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("key block.mode of use at offset 8");
        KeyBlockHeader long1 = KeyBlockHeader.of(KeyBlockVersion.B, "P0", "T", "E", "N")
                .with(new OptionalBlock("LB", "x".repeat(10_000)));
        assertThatThrownBy(() -> long1.encode(0)).isInstanceOf(IllegalArgumentException.class);
    }

    /** The example of X9.143:2021, 8.6, and the form that libraries write. */
    @Test
    void a_length_of_length_counts_bytes_or_is_04() {
        for (String head : new String[] {"CT00040110", "CT00020110"}) {
            String text = "D0000S0ES00N0100" + head + "x".repeat(262);
            KeyBlockHeader.Parsed parsed = KeyBlockHeader.parse(text);
            assertThat(parsed.chars()).isEqualTo(288);
            assertThat(parsed.header().block("CT")).hasValue("x".repeat(262));
        }
    }

    @Test
    void optional_blocks_are_found_by_id() {
        KeyBlockHeader header =
                KeyBlockHeader.parse("B0000P0TE00N0200KS1200604B120F9292PB0600").header();
        assertThat(header.block("KS")).hasValue("00604B120F9292");
        assertThat(header.block("PB")).isEmpty();
        assertThat(header.blocks().get(0).meaning()).isEqualTo("initial key serial number");
        assertThat(new OptionalBlock("77", "").meaning()).isEmpty();
    }
}
