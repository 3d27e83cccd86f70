@testable import ResyDomain
@testable import ResyNative
@testable import resy_mcp

/// Facts as a model reads them: what a test claims of a text holds of what leaves the program.
extension ResyError {
    var message: String { Voice.model.message(self) }
    var hint: String { Voice.model.hint(self) }
}

extension Availability { var notes: [String] { Voice.model.texts(remarks) } }
extension BookingOutcome { var notes: [String] { Voice.model.texts(remarks) } }
extension CancellationOutcome { var notes: [String] { Voice.model.texts(remarks) } }
extension ReservationList { var notes: [String] { Voice.model.texts(remarks) } }
extension SignInOutcome { var notes: [String] { Voice.model.texts(remarks) } }

extension Step { var spoken: String { Voice.model.text(self) } }
extension APIFailure.Existing { var spokenText: String { Voice.model.text(self) } }

extension Charge {
    var text: String { Voice.model.text(self) }
}
extension Charges {
    var text: String { Voice.model.text(self) }
    /// In the text, and in the structure.
    var toldForTwo: [String] {
        [
            Voice.model.cost(self, party: 2, in: nil, now: Instant(seconds: 0)),
            Voice.model.inWordsAlone(self) ?? "",
        ]
    }
    var costOfCancelling: String { Voice.model.costOfCancelling(self) }
}
extension Terms.Disagreement { var text: String { Voice.model.text(self) } }
extension Stake { var text: String { Voice.model.text(self) } }
extension Question {
    /// Whether a table for two is to be booked under these terms.
    init(asking terms: Terms) {
        let day = CalendarDay(iso: "2026-11-14")!
        self.init(
            .booking(
                BookingQuestion(
                    venue: Venue(id: 1, name: "Joe's"),
                    table: WantedTable(evening: day, time: TimeOfDay(clock: "19:00")!, party: 2, today: day),
                    seating: "Bar", terms: terms, wishes: [], card: nil, readings: [], url: "https://resy.com",
                    now: Instant(seconds: 0))))
    }

    var message: String { Voice.person.message(self) }
    var label: String { Voice.person.label(self) }
}
extension Wish.Field { var spoken: String { Voice.model.name(self) } }
