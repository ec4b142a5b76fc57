package cadenza.host.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadenza.api.UserException;
import cadenza.host.sound.MidiPorts.Kind;
import cadenza.host.sound.MidiPorts.MidiPort;
import java.util.List;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.MidiUnavailableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MidiPortsTest {
    private final FakePort virMidi = new FakePort("VirMIDI [hw:1,0,0]", -1);
    private final FakePort usb = new FakePort("USB Piano", 1);
    private final FakePort second = new FakePort("USB Piano 2", 1);
    private final FakePort keyboard = new FakePort("Keyboard", 0);
    private final MidiPorts ports = new MidiPorts(List.of(virMidi, usb, second, keyboard));

    @Test
    void ports_that_take_messages_are_listed() {
        assertThat(ports.all())
                .containsExactly(
                        new MidiPort("VirMIDI [hw:1,0,0]", "a fake", Kind.PORT),
                        new MidiPort("USB Piano", "a fake", Kind.PORT),
                        new MidiPort("USB Piano 2", "a fake", Kind.PORT));
    }

    @Test
    void the_jdks_sequencer_is_no_port_and_its_synthesizer_is_one() throws Exception {
        MidiPorts jdk = new MidiPorts(List.of(MidiSystem.getSequencer(false), MidiSystem.getSynthesizer()));

        assertThat(jdk.all()).singleElement().satisfies(port -> assertThat(port.kind())
                .isEqualTo(Kind.SYNTHESIZER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"VirMIDI [hw:1,0,0]", "virmidi", "V"})
    void a_port_is_found_by_the_beginning_of_its_name_in_any_case(String name) throws InterruptedException {
        try (Playback playback = new MidiPlayer(ports.find(name), "").start(Tunes.bars(2))) {
            virMidi.heard().awaitStrike(60, 1);
            assertThat(playback.bar()).isZero();
            assertThat(virMidi.isOpen()).isTrue();
        }

        assertThat(virMidi.heard().endsSilent()).isTrue();
        assertThat(virMidi.isOpen()).isFalse();
    }

    @Test
    void a_whole_name_is_preferred_to_the_beginning_of_another() throws MidiUnavailableException {
        ports.find("usb piano").open();

        assertThat(usb.isOpen()).isTrue();
        assertThat(second.isOpen()).isFalse();
    }

    @Test
    void a_name_that_is_not_there_or_fits_several_lists_what_is() {
        assertThatThrownBy(() -> ports.find("Keyboard"))
                .isInstanceOf(UserException.class)
                .hasMessage(
                        "--device 'Keyboard' is not here; there are 'VirMIDI [hw:1,0,0]', 'USB Piano', 'USB Piano 2'");
        assertThatThrownBy(() -> ports.find("usb"))
                .isInstanceOf(UserException.class)
                .hasMessage("--device 'usb' fits several; there are 'USB Piano', 'USB Piano 2'");
        assertThatThrownBy(() -> new MidiPorts(List.of()).find("usb"))
                .isInstanceOf(UserException.class)
                .hasMessage("--device 'usb' is not here; there is none on this machine");
    }
}
