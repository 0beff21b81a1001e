package text

import (
	"strings"
	"testing"
)

// wire is 4 kB of what the coder reads.
var wire = strings.Repeat(`LIMA (Example Wire) — Peru's foreign minister, Rosa Campos, said on Monday that her country would not return to the talks with Chile unless the "provocations" on the border ended. "We came to Oslo in good faith," she told reporters. "We will not be back before the guns fall silent."

The third round of negotiations, which Norway had hosted since Thursday, broke down after Chile accused Peruvian troops of shelling two villages near the border. At least 20 people were killed and more than 2,000 fled their homes, according to the Red Cross. Chile's envoy, Diego Rojas, called off a meeting with the mediators and flew home.

Norway urged both sides to exercise restraint and offered to host another meeting next month. The African Union and the United Nations, which had backed the initiative, condemned the attack but said they hoped that the door was "still open".
`, 4)

func BenchmarkParse(b *testing.B) {
	b.SetBytes(int64(len(wire)))
	b.ReportAllocs()
	Parse(wire)
	for b.Loop() {
		Parse(wire)
	}
}
