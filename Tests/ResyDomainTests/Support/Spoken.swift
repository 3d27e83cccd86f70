@testable import ResyDomain
@testable import resy_mcp

/// Facts as a model reads them: what a test claims of a text holds of what leaves the program.
extension Charge {
    var text: String { Voice.model.text(self) }
}
extension Charges {
    var text: String { Voice.model.text(self) }
    var costOfCancelling: String { Voice.model.costOfCancelling(self) }
}
extension Stake { var text: String { Voice.model.text(self) } }
extension DateTextError {
    var message: String { Voice.model.text(DateFinding.unreadable(self)) }
    var hint: String { Voice.model.text(DateAdvice.insteadOf(self)) }
}

extension TimeTextError {
    var message: String { Voice.model.text(TimeFinding.unreadable(self)) }
    var hint: String { Voice.model.text(TimeAdvice.sayReadably) }
}

extension ContradictingTime {
    var message: String { Voice.model.text(TimeFinding.contradicting(self)) }
}

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
