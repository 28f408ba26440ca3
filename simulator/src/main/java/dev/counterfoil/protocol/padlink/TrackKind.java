package dev.counterfoil.protocol.padlink;

/** How a track is encrypted; the names are those of the track ciphers. */
public enum TrackKind implements Coded {
    CLEAR("0"),
    LAST_EIGHT("1"),
    WHOLE_TRACK_F("2"),
    LENGTH_PREFIXED("3"),
    ASCII_80("4");

    private final String code;

    TrackKind(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
