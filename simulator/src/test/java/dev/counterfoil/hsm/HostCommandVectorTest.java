package dev.counterfoil.hsm;

import static dev.counterfoil.hsm.HsmVectors.ask;
import static dev.counterfoil.protocol.hostcommand.VectorFile.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.counterfoil.codec.Hex;
import dev.counterfoil.crypto.OddParity;
import dev.counterfoil.protocol.hostcommand.VectorFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Requests and answers recorded from other HSM simulators, all under the public test LMK.
 *
 * <p>Sources: the unit tests of nickntg/thalessimulatorlibrary, leachbj/hsm-emulator and Andrei-cloud/go_hsm.
 */
final class HostCommandVectorTest {
    /** Commands that this HSM does not have, and why each is left out. */
    private static final Map<String, String> NOT_COVERED = new TreeMap<>(Map.ofEntries(
            Map.entry("A4", "forming keys from enciphered components: the console does it"),
            Map.entry("GG", "forming a ZMK from components"),
            Map.entry("GY", "forming a ZMK from components"),
            Map.entry("BY", "ZMK under ZMK"),
            Map.entry("B0", "key scheme translation"),
            Map.entry("AE", "TMK under TMK"),
            Map.entry("AW", "CVK exchange"),
            Map.entry("FC", "TMK exchange under a ZMK: A6 does it"),
            Map.entry("FE", "TMK exchange under a ZMK: A8 does it"),
            Map.entry("FM", "ZEK and ZAK export: A8 does it"),
            Map.entry("MG", "TAK exchange: A8 does it"),
            Map.entry("DY", "BDK exchange"),
            Map.entry("BQ", "Visa PIN translation"),
            Map.entry("CI", "DUKPT"),
            Map.entry("CK", "DUKPT"),
            Map.entry("CM", "DUKPT"),
            Map.entry("CU", "new PVV with PIN change"),
            Map.entry("CW", "CVV"),
            Map.entry("CY", "CVV"),
            Map.entry("PM", "dynamic CVV"),
            Map.entry("EE", "IBM 3624"),
            Map.entry("JC", "PIN to the LMK, whose algorithm differs"),
            Map.entry("JE", "PIN to the LMK, whose algorithm differs"),
            Map.entry("JG", "PIN from the LMK, whose algorithm differs"),
            Map.entry("NG", "PIN from the LMK, whose algorithm differs"),
            Map.entry("BA", "PIN to the LMK, whose algorithm differs"),
            Map.entry("MA", "older MAC commands"),
            Map.entry("MC", "older MAC commands"),
            Map.entry("ME", "older MAC commands"),
            Map.entry("MQ", "older MAC commands"),
            Map.entry("MS", "older MAC commands"),
            Map.entry("K2", "EMV"),
            Map.entry("KQ", "EMV"),
            Map.entry("GM", "hashing"),
            Map.entry("LG", "delay"),
            Map.entry("NK", "command chaining")));

    private static final Set<String> PVV_FROM_LMK_PIN = Set.of("DG");

    @TestFactory
    Stream<DynamicTest> thales_simulator_vectors_come_out_the_same() {
        return VectorFile.read("payshield-thalessim.json").stream()
                .filter(vector -> !NOT_COVERED.containsKey(command(vector)))
                .map(vector -> DynamicTest.dynamicTest(text(vector, "name"), () -> check(vector)));
    }

    @Test
    void every_vector_left_out_is_accounted_for() {
        Map<String, Integer> counts = new TreeMap<>();
        for (String file : List.of("payshield-thalessim.json", "payshield-hsm-emulator.json", "payshield-gohsm.json")) {
            for (JsonNode vector : VectorFile.read(file)) {
                if (NOT_COVERED.containsKey(command(vector))) {
                    counts.merge(command(vector), 1, Integer::sum);
                }
            }
        }
        assertThat(counts.keySet()).isEqualTo(NOT_COVERED.keySet());
        assertThat(counts.values().stream().mapToInt(i -> i).sum()).isEqualTo(66);
    }

    private static String command(JsonNode vector) {
        return text(vector.get("inputs"), "command");
    }

    private static void check(JsonNode vector) {
        JsonNode inputs = vector.get("inputs");
        String command = command(vector);
        String expected = text(vector.get("expected"), "response_body");
        String body = text(inputs, "body");
        HsmPersonality personality = (command.equals("M6") ? HsmPersonality.hsm8000() : HsmPersonality.payShield10k())
                .withLayouts(HsmVectors.settings(text(inputs, "zmk_length"), 5));
        HsmEngine engine = HsmVectors.engine(personality, HsmVectors.ONES);
        if (command.equals("A0")) {
            engine = HsmVectors.engine(personality, HsmVectors.drawing(clearKeyOf(expected)));
        }
        if (PVV_FROM_LMK_PIN.contains(command)) {
            body = withOurPinUnderLmk(engine, body);
        }
        assertThat(ask(engine, command, body)).isEqualTo(expected);
    }

    /** The key that the source drew, from its answer to A0: under the LMK in scheme U as a ZPK. */
    private static String clearKeyOf(String answer) {
        KeyRing keys = new KeyRing(VariantLmk.testSet(), HsmVectors.ONES);
        return Hex.of(keys.clear(KeyType.ZPK, answer.substring(2, 35), "10"));
    }

    /** The source writes a PIN under the LMK as 0 and the PIN; ours has its own algorithm. */
    private static String withOurPinUnderLmk(HsmEngine engine, String body) {
        int pinAt = body.length() - 18;
        String account = body.substring(pinAt + 5, pinAt + 17);
        String pin = ask(engine, "BA", body.substring(pinAt + 1, pinAt + 5) + "F" + account)
                .substring(2);
        return body.substring(0, pinAt) + pin + body.substring(pinAt + 5);
    }

    @Test
    void a_zpk_of_wrong_parity_comes_in_with_an_advice() {
        JsonNode vector = named("payshield-hsm-emulator.json", "FA ZPK with wrong parity from ZMK to LMK");
        HsmEngine engine = HsmVectors.engine(HsmPersonality.payShield9000(), HsmVectors.ONES);
        JsonNode expected = vector.get("expected");
        assertThat(ask(engine, "FA", text(vector.get("inputs"), "body")))
                .startsWith(text(expected, "error") + "U" + text(expected, "zpk_under_lmk") + text(expected, "kcv12"))
                .hasSize(2 + 33 + 16);
    }

    @Test
    void a_zpk_is_made_under_the_zmk_of_the_recorded_exchange() {
        JsonNode vector = named("payshield-hsm-emulator.json", "IA clear ZMK of test");
        String zmk = text(vector.get("inputs"), "zmk_under_lmk");
        KeyRing keys = new KeyRing(VariantLmk.testSet(), HsmVectors.ONES);
        byte[] clear = keys.clear(KeyType.ZMK, zmk, "10");
        assertThat(Hex.of(clear)).isEqualTo(text(vector.get("expected"), "clear_zmk"));

        String recorded = text(named("payshield-hsm-emulator.json", "encode IB").get("expected"), "frame");
        String underZmk = recorded.substring(8, 41);
        String underLmk = recorded.substring(41, 74);
        byte[] zpk =
                new WrappingKey(clear).unwrap(KeyScheme.X, KeyText.of(underZmk).bytes());
        assertThat(Hex.of(keys.clear(KeyType.ZPK, underLmk, "10"))).isEqualTo(Hex.of(OddParity.set(zpk)));
    }

    @Test
    void a_pin_goes_from_iso_format_1_to_format_0() {
        JsonNode inputs =
                named("payshield-hsm-emulator.json", "CC format 05 to 01").get("inputs");
        HsmEngine engine = HsmVectors.engine(HsmPersonality.payShield9000(), HsmVectors.ONES);
        String body = text(inputs, "source_zpk") + text(inputs, "dest_zpk") + "06" + text(inputs, "pin_block")
                + text(inputs, "src_format") + text(inputs, "dst_format") + text(inputs, "account12");
        assertThat(ask(engine, "CC", body)).isEqualTo("0005" + "DBEEBF06C9ED0A48" + "01");
    }

    @Test
    void echo_follows_the_go_simulator_but_for_the_code_of_a_short_body() {
        HsmEngine engine = HsmVectors.engine(HsmPersonality.payShield9000(), HsmVectors.ONES);
        List<String> answers = new ArrayList<>();
        for (JsonNode vector : VectorFile.read("payshield-gohsm.json")) {
            if (command(vector).equals("B2")) {
                answers.add(ask(engine, "B2", text(vector.get("inputs"), "body")));
            }
        }
        // the source answers 15 to the third; the Thales simulator's vectors, which came first, say 80
        assertThat(answers).containsExactly("00TEST", "15", "80");
    }

    private static JsonNode named(String file, String name) {
        return VectorFile.read(file).stream()
                .filter(vector -> text(vector, "name").equals(name))
                .findFirst()
                .orElseThrow();
    }
}
