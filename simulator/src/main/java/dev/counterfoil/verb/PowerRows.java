package dev.counterfoil.verb;

import static dev.counterfoil.verb.Row.Nature.ACT;
import static dev.counterfoil.verb.Row.Nature.ARM;
import static dev.counterfoil.verb.Row.row;

import dev.counterfoil.verb.Vocabulary.Section;

/** Steps about power and plugs. */
final class PowerRows {
    static final Section POWER_AND_PLUGS = Section.of(
            "Power and plugs",
            "电源与插头",
            row("PowerFail", ACT, "the power of {actor} fails", "{actor}掉电"),
            row("PowerFailAt", ARM, "the power of {actor} fails {crashpoint}", "{actor}在{crashpoint}掉电"),
            row("PowerReturn", ACT, "the power of {actor} returns", "{actor}恢复供电"),
            row("Restart", ACT, "{person} restarts {terminal}", "{person}重启{terminal}"),
            row("LoosenPlug", ACT, "{person} loosens the plug of {pad}", "{person}弄松{pad}的插头"),
            row("PushPlug", ACT, "{person} pushes in the plug of {pad}", "{person}插紧{pad}的插头"),
            row("MutePad", ACT, "{pad} stops answering", "{pad}停止应答"));

    private PowerRows() {}
}
