@testable import ResyDomain
@testable import ResyNative
@testable import resy_mcp

// Claims about values are made in the words that a model reads.

extension DoubtfulTime {
    var spoken: String { Voice.model.text(self) }
}

extension WordReading {
    var words: String { Voice.model.text(self) }
}

extension Slot.Obstacle {
    var words: String { Voice.model.text(self) }
}

extension SeatingChoice {
    var words: String { Voice.model.text(self) }
}

extension ListRemark {
    var words: String { Voice.model.text(self) }
}

extension Availability {
    var spokenReadings: [String] { readings.map(\.words) }
}

extension BookingOutcome {
    var spokenReadings: [String] { readings.map(\.words) }
}
