package dev.counterfoil.scenarios.face;

import java.util.Map;

/** What the commands of an HSM do, in a few words. */
final class HsmWords {
    // spotless:off
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("NC", "diagnostics"),
            Map.entry("NO", "status"),
            Map.entry("N0", "random bytes"),
            Map.entry("B2", "echo"),
            Map.entry("A0", "make a key"),
            Map.entry("A6", "import a key"),
            Map.entry("A8", "export a key"),
            Map.entry("BU", "check value of a key"),
            Map.entry("HC", "make a terminal key"),
            Map.entry("HA", "make a terminal MAC key"),
            Map.entry("IA", "make a zone PIN key"),
            Map.entry("FA", "import a zone PIN key"),
            Map.entry("GC", "export a zone PIN key"),
            Map.entry("FI", "make a zone MAC key"),
            Map.entry("FK", "import a zone MAC key"),
            Map.entry("CA", "PIN block from terminal to zone key"),
            Map.entry("V0", "PIN block of SM4 from terminal to zone key"),
            Map.entry("CC", "PIN block from zone to zone key"),
            Map.entry("DC", "verify a PIN under a terminal key"),
            Map.entry("EC", "verify a PIN under a zone key"),
            Map.entry("DG", "make a PIN verification value"),
            Map.entry("BA", "take in a PIN"),
            Map.entry("M6", "make a MAC"),
            Map.entry("M8", "verify a MAC"),
            Map.entry("M0", "encipher data"),
            Map.entry("M2", "decipher data"),
            Map.entry("U0", "make F64"),
            Map.entry("U2", "verify F64"),
            Map.entry("U4", "make a set of working keys"),
            Map.entry("U6", "prove the manager card's key"),
            Map.entry("U8", "make a master key"),
            Map.entry("UA", "wrap the master key again"),
            Map.entry("UC", "decipher a track"),
            Map.entry("UE", "prove the manager card's key"),
            Map.entry("UG", "make a master key in a block"),
            Map.entry("UI", "wrap the master key again in a block"),
            Map.entry("UK", "make the MAC of an answer"),
            Map.entry("UM", "verify the MAC of a request"),
            Map.entry("UO", "public key"),
            Map.entry("UQ", "master key under a transport key"),
            Map.entry("US", "make F64 of a transaction"),
            Map.entry("UU", "verify F64 of a transaction"),
            Map.entry("UW", "decipher the track of a transaction"),
            Map.entry("G0", "PIN block from transaction to zone key"));
    // spotless:on

    private HsmWords() {}

    /** Empty for a command that has none. */
    static String of(String command) {
        return WORDS.getOrDefault(command, "");
    }
}
