package dev.counterfoil.verb;

import static dev.counterfoil.verb.Row.Nature.ACT;
import static dev.counterfoil.verb.Row.Nature.ARM;
import static dev.counterfoil.verb.Row.Nature.CHECK;
import static dev.counterfoil.verb.Row.row;

import dev.counterfoil.verb.Vocabulary.Section;
import dev.counterfoil.verb.ref.ActorRef;
import dev.counterfoil.verb.ref.CrashPoint;
import dev.counterfoil.verb.ref.Device;

/** Steps about power and plugs. */
final class PowerRows {
    static final Section POWER_AND_PLUGS = Section.of(
            "Power and plugs",
            "电源与插头",
            row(
                    "PowerFail",
                    ACT,
                    "the power of {actor} fails",
                    "{actor}掉电",
                    (s, a) -> s.hands().powerFails(a.at(0, ActorRef.class))),
            row(
                    "PowerFailAt",
                    ARM,
                    "the power of {actor} fails {crashpoint}",
                    "{actor}在{crashpoint}掉电",
                    (s, a) -> s.arming().powerFailsAt(a.at(0, ActorRef.class), a.at(1, CrashPoint.class))),
            row(
                    "PowerReturn",
                    ACT,
                    "the power of {actor} returns",
                    "{actor}恢复供电",
                    (s, a) -> s.hands().powerReturns(a.at(0, ActorRef.class))),
            row(
                    "Restart",
                    ACT,
                    "{person} restarts {terminal}",
                    "{person}重启{terminal}",
                    (s, a) -> s.people().restart(a.person(0), a.terminal(1))),
            row(
                    "LoosenPlug",
                    ACT,
                    "{person} loosens the plug of {pad}",
                    "{person}弄松{pad}的插头",
                    (s, a) -> s.people().loosenPlug(a.person(0), a.pad(1))),
            row(
                    "PushPlug",
                    ACT,
                    "{person} pushes in the plug of {pad}",
                    "{person}插紧{pad}的插头",
                    (s, a) -> s.people().pushPlugIn(a.person(0), a.pad(1))),
            row(
                    "WrongPort",
                    ACT,
                    "{person} plugs {pad} into the wrong port",
                    "{person}把{pad}插到错误的端口",
                    (s, a) -> s.people().plugIntoWrongPort(a.person(0), a.pad(1))),
            row(
                    "SwapPad",
                    ACT,
                    "{person} replaces {pad} by {pad}",
                    "{person}把{pad}换成{pad}",
                    (s, a) -> s.people().swapPad(a.person(0), a.pad(1), a.pad(2))),
            row(
                    "OpenCase",
                    ACT,
                    "{person} opens the case of {device}",
                    "{person}打开{device}的机壳",
                    (s, a) -> s.hardware().openCase(a.at(1, Device.class))),
            row(
                    "CoverCardSlot",
                    ACT,
                    "{person} puts a foreign reader over the card slot of {terminal}",
                    "{person}在{terminal}的卡槽上加装异物读头",
                    (s, a) -> s.hardware().coverSlot(a.terminal(1), true)),
            row(
                    "UncoverCardSlot",
                    ACT,
                    "{person} takes the foreign reader off the card slot of {terminal}",
                    "{person}取下{terminal}卡槽上的异物读头",
                    (s, a) -> s.hardware().coverSlot(a.terminal(1), false)),
            row(
                    "CheckSlotSensor",
                    CHECK,
                    "the self-test of {terminal} has read {number} percent at the card slot",
                    "{terminal}自检的卡槽读数为百分之{number}",
                    (s, a) -> s.checks().slotSensor(a.terminal(0), a.number(1))),
            row(
                    "EmptyBattery",
                    ACT,
                    "the backup battery of {device} is empty",
                    "{device}的后备电池耗尽",
                    (s, a) -> s.hardware().emptyBattery(a.at(0, Device.class))),
            row(
                    "FactoryReset",
                    ACT,
                    "the manufacturer resets {device}",
                    "厂家将{device}恢复出厂设置",
                    (s, a) -> s.hardware().factoryReset(a.at(0, Device.class))),
            row(
                    "MutePad",
                    ACT,
                    "{pad} stops answering",
                    "{pad}停止应答",
                    (s, a) -> s.hands().mute(a.pad(0))));

    private PowerRows() {}
}
