package dev.counterfoil.hsm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterfoil.codec.Hex;
import dev.counterfoil.crypto.CipherKey;
import dev.counterfoil.crypto.CipherKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Components that the HSM makes, and the key that it forms of them, against what stands on the letters. */
final class ComponentLetterTest {
    private final List<String> letters = new ArrayList<>();
    private final HsmEngine engine = HsmVectors.engine(HsmPersonality.payShield10k(), new Random(42)::nextBytes);

    private String ask(String command, String body) {
        return HsmVectors.ask(engine, command, body);
    }

    /** The answer behind header, code and error. */
    private String good(String command, String body) {
        String answer = ask(command, body);
        assertThat(answer).contains("00");
        return answer.substring(answer.indexOf("00") + 2);
    }

    private static String line(String letter, String head) {
        return letter.lines()
                .filter(l -> l.startsWith(head))
                .findFirst()
                .orElseThrow()
                .substring(14)
                .replace(" ", "");
    }

    @Test
    void the_letters_of_all_custodians_together_are_the_key() {
        engine.printOn(letters::add);
        String first = ask("A2", "002U");
        String second = ask("A2", "002U");
        assertThat(letters).hasSize(2);
        assertThat(letters.get(0)).contains("KEY COMPONENT 0001").contains("KEY TYPE      002");
        assertThat(first).doesNotContain(line(letters.get(0), "COMPONENT").substring(0, 8));

        byte[] sum = Hex.bytes(line(letters.get(0), "COMPONENT"));
        byte[] other = Hex.bytes(line(letters.get(1), "COMPONENT"));
        assertThat(CipherKey.of(CipherKind.TDES, sum.clone()).kcv()).isEqualTo(line(letters.get(0), "CHECK VALUE"));
        for (int i = 0; i < sum.length; i++) {
            sum[i] ^= other[i];
        }
        String formed = ask("A4", "2002U" + key(first) + key(second));
        assertThat(formed).endsWith(CipherKey.of(CipherKind.TDES, sum).kcv(3));
        assertThat(formed).contains(engine.formKey("002", List.of(sum)));
    }

    private static String key(String answer) {
        return answer.substring(answer.indexOf('U'));
    }

    @Test
    void the_published_components_form_the_published_key() {
        String first = engine.formKey("000", List.of(Hex.bytes("DA3DA723587662DF62DA4FD3858651C4")));
        String second = engine.formKey("000", List.of(Hex.bytes("97E6ECEFD0B00D98B0C701DAEA94A764")));
        assertThat(good("A4", "2000U" + first + second)).endsWith("07B198");
    }

    @Test
    void another_simulators_components_form_its_key() {
        assertThat(ask("A4", "3002Z3B723AF4CF00A7A6954111D254A90D17EAAF49979FA95742"))
                .endsWith("00FE018240022A76DCA192FE");
    }

    @Test
    void without_a_printer_no_component_is_made() {
        assertThat(ask("A2", "002U")).endsWith("16");
        assertThat(letters).isEmpty();
    }

    @Test
    void a_component_that_is_none_forms_no_key() {
        String single = engine.formKey("002", List.of(Hex.bytes("0123456789ABCDEF")));
        String whole = engine.formKey("002", List.of(Hex.bytes("0123456789ABCDEFFEDCBA9876543210")));
        assertThat(ask("A4", "2002U" + whole + single)).endsWith("27");
        assertThat(ask("A4", "1002U" + whole)).endsWith("15");
        assertThat(ask("A4", "2002U" + whole)).endsWith("15");
        assertThat(ask("A4", "2002U" + whole + "U" + "00".repeat(16))).endsWith("10");
        assertThat(ask("A2", "999U")).doesNotContain("A300");
    }
}
