import Foundation
import Testing
@testable import ResyDomain

@testable import ResyNative
@testable import SandboxKit

/// What is asked and read before a table is changed, and how it is sent where all goes well.
@Suite(.timeLimit(.minutes(1))) struct ChangeReservationTests {
    @Test(arguments: [Switches.Changes.renewsID, .keepsID]) func resysOwnChangeComesFirst(kind: Switches.Changes)
        async throws
    {
        try await onStage { (stage) async throws in
            await stage.sandbox.set { $0.changes = kind }
            let id = try await stage.booked()
            let waiting = try await stage.change(id, time: "8pm")
            #expect(waiting.status == .needsConfirmation)
            #expect(waiting.way == .resyChange)
            #expect(waiting.new?.time.clock == "20:00" && waiting.old.confirmationID == id)
            #expect(await stage.count(.change) == 0)
            let changed = try await stage.change(id, time: "8pm", token: waiting.confirmToken)
            #expect(changed.status == .changed)
            #expect(await stage.heldThere == ["13 20:00 2"])
            #expect(await stage.count(.book) == 1)
            #expect(await stage.count(.cancel) == 0)
            #expect((changed.new?.confirmationID == id) == (kind == .keepsID))
            let listed = try await stage.list()
            #expect(listed.reservations.map(\.confirmationID) == [changed.new?.confirmationID])
            #expect(listed.reservations.map(\.time.clock) == ["20:00"])
            #expect(listed.reservations.map(\.source) == [.resyMCP])
            #expect(listed.remarks.isEmpty)
        }
    }

    @Test func elseTheNewOneIsBookedBeforeTheOldOneIsCancelled() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.set { $0.offersChange = false }
            let id = try await stage.booked()
            let changed = try await stage.changeAgreed(id, time: "8pm", on: stage.day(4), party: 4)
            #expect(changed.status == .changed)
            #expect(changed.way == .bookThenCancel)
            #expect(await stage.heldThere == ["14 20:00 4"])
            #expect(await stage.count(.change) == 0)
            #expect(
                await stage.sandbox.requests.map(\.endpoint).filter { [.book, .cancel].contains($0) } == [
                    .book, .book, .cancel,
                ])
            #expect(try await stage.list().reservations.map(\.confirmationID) == [changed.new?.confirmationID])
        }
    }

    @Test func pastItsCutOffTheNewOneIsBookedFirst() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.set { $0.changeCutOffHours = 24 * 30 }
            let id = try await stage.booked()
            #expect(try await stage.changeAgreed(id, time: "8pm").way == .bookThenCancel)
            #expect(await stage.heldThere == ["13 20:00 2"])
        }
    }

    @Test func onlyWhatIsNamedChanges() async throws {
        try await onStage { (stage) async throws in
            let id = try await stage.booked()
            let waiting = try await stage.change(id, party: 4)
            #expect(waiting.new?.party == 4)
            #expect(waiting.new?.time.clock == "19:00")
            #expect(waiting.new?.day.iso == stage.day(3))
            #expect(try await stage.changeAgreed(id, on: stage.day(5)).status == .changed)
            #expect(await stage.heldThere == ["15 19:00 2"])
        }
    }

    @Test func nothingToChangeSendsNothing() async throws {
        try await onStage { (stage) async throws in
            let id = try await stage.booked()
            let same = try await stage.change(id, time: "7pm", party: 2)
            #expect(same.status == .notChanged)
            #expect(same.remarks == [.changing(.nothingToChange)])
            #expect(await failure { try await stage.change(id) }?.code == .badRequest)
            #expect(await stage.count(.details) == 1)
        }
    }

    /// `7:30` has tables in the evening alone, whatever the old table's time.
    @Test func aTimeIsReadAsANewOne() async throws {
        try await onStage { (stage) async throws in
            let id = try await stage.booked()
            let waiting = try await stage.change(id, time: "8:30")
            #expect(waiting.new?.time.clock == "20:30")
            #expect(waiting.readings.count == 1)
        }
    }

    @Test(arguments: [Settings.Confirm.fees, .always]) func itIsAlwaysAskedAbout(confirm: Settings.Confirm) async throws
    {
        try await onStage(settings: { $0.confirm = confirm }) { (stage) async throws in
            await stage.sandbox.world.bookElsewhere(
                stage.slot(99001, 3, 1140, "Dining Room"), party: 2, account: Stage.email)
            let id = try #require(try await stage.list().reservations.first?.confirmationID)
            #expect(try await stage.change(id, time: "8pm").status == .needsConfirmation)
            #expect(try await stage.changeAgreed(id, time: "8pm").status == .changed)
        }
    }

    @Test func unaskedItGoesAsFarAsTheLimit() async throws {
        try await onStage(settings: { $0.confirm = .never }) { (stage) async throws in
            let id = try await stage.booked()
            #expect(try await stage.change(id, time: "8pm").status == .changed)
            await stage.sandbox.world.bookElsewhere(
                stage.slot(99002, 4, 1140, "Dining Room"), party: 2, account: Stage.email)
            let held = try #require(try await stage.list().reservations.last?.confirmationID)
            let over = try await stage.change(held, time: "8pm")
            #expect(over.status == .overLimit)
            #expect(await stage.heldThere == ["13 20:00 2", "14 19:00 2"])
        }
    }

    /// A yes is for both tables, both costs and the way; it works once.
    @Test func aYesIsForJustThat() async throws {
        try await onStage { (stage) async throws in
            let id = try await stage.booked()
            let waiting = try await stage.change(id, time: "8pm")
            #expect(try await stage.change(id, time: "9pm", token: waiting.confirmToken).status == .needsConfirmation)
            await stage.sandbox.set { $0.offersChange = false }
            #expect(try await stage.change(id, time: "8pm", token: waiting.confirmToken).status == .needsConfirmation)
            await stage.sandbox.set { $0.offersChange = true }
            await stage.sandbox.fault(.feeChanges(to: 40), on: .details)
            #expect(try await stage.change(id, time: "8pm", token: waiting.confirmToken).status == .needsConfirmation)
            #expect(try await stage.change(id, time: "8pm", token: waiting.confirmToken).status == .changed)
            #expect(
                await failure { try await stage.book { $0.confirmToken = waiting.confirmToken } }?.code == .badRequest)
        }
    }

    @Test func aTableThatIsGoneBeforeIsAnError() async throws {
        try await onStage { (stage) async throws in
            let id = try await stage.booked()
            await stage.sandbox.world.takeAway(stage.slot(99001, 3, 1200, "Dining Room"))
            let error = await failure { try await stage.change(id, time: "8pm") }
            #expect(error?.code == .slotGone)
            #expect(error?.choices.isEmpty == false)
            #expect(error?.undone == .change)
            #expect(await stage.heldThere == ["13 19:00 2"])
        }
    }

    /// Others do stand in its way.
    @Test func anotherTableStandsInTheWay() async throws {
        try await onStage { (stage) async throws in
            let id = try await stage.booked()
            _ = try await stage.book("Joe's", 3, time: "21:30") { $0.location = "New York" }
            #expect(await failure { try await stage.change(id, time: "9pm") }?.code == .conflict)
            #expect(try await stage.changeAgreed(id, time: "6:30pm").status == .changed)
        }
    }

    @Test func aSeatingIsKeptOrAskedAbout() async throws {
        try await onStage(settings: {
            $0.confirm = .never; $0.largestFee = 1000
        }) { (stage) async throws in
            await stage.sandbox.world.bookElsewhere(
                stage.slot(1505, 3, 1140, "Counter"), party: 2, account: Stage.email)
            let id = try #require(try await stage.list().reservations.first?.confirmationID)
            let waiting = try await stage.change(id, time: "8:15pm")
            #expect(waiting.status == .needsConfirmation)
            #expect(waiting.remarks.contains(.changing(.otherSeating(old: "Counter", new: "Dining Room"))))
            let changed = try await stage.change(id, time: "8pm")
            #expect(changed.status == .changed)
            #expect(changed.new?.seating == "Counter")
        }
    }

    /// The same time, for the same party: only the seating differs.
    @Test(arguments: [Switches.Changes.renewsID, .keepsID]) func aSeatingAloneChanges(kind: Switches.Changes)
        async throws
    {
        try await onStage { (stage) async throws in
            await stage.sandbox.set { $0.changes = kind }
            let id = "RESY-\(try await stage.book("Don Angie", 3) { $0.seating = "Counter" }.reservationID ?? 0)"
            let changed = try await stage.changeAgreed(id) { $0.seating = "dining room" }
            #expect(changed.status == .changed)
            #expect(await stage.sandbox.reservations.map(\.slot.seating) == ["Dining Room"])
            let again = try await stage.change(changed.new?.confirmationID ?? "") { $0.seating = "Dining Room" }
            #expect(again.status == (kind == .keepsID ? .changed : .notChanged))
            #expect(await stage.count(.change) == 1)
        }
    }

    /// Why there is none is said, as of a booking.
    @Test func aPartyThatIsTooLargeIsToldSo() async throws {
        try await onStage { (stage) async throws in
            let id = try await stage.booked()
            let error = await failure { try await stage.change(id, party: 20) }
            #expect(error?.code == .slotGone)
            #expect(error?.advice == [.deed(.anotherPartySize)])
            #expect(await stage.heldThere == ["13 19:00 2"])
        }
    }

    // MARK: - Which is meant

    @Test func whatIsNotThereIsAnError() async throws {
        try await onStage { (stage) async throws in
            let id = try await stage.booked()
            #expect(await failure { try await stage.change("RESY-1", time: "8pm") }?.code == .reservationNotFound)
            #expect(await failure { try await stage.change("soon", time: "8pm") }?.code == .badRequest)
            _ = try await stage.cancel(id: id)
            let error = await failure { try await stage.change(id, time: "8pm") }
            #expect(error?.code == .reservationNotFound)
            if case .changing(.cancelledBefore)? = error?.finding {
            } else {
                Issue.record("\(String(describing: error))")
            }
        }
    }

    @Test func theSameCallAgainSaysThatItIsDone() async throws {
        for kind in [Switches.Changes.renewsID, .keepsID] {
            try await onStage { (stage) async throws in
                await stage.sandbox.set { $0.changes = kind }
                let id = try await stage.booked()
                let first = try await stage.changeAgreed(id, time: "8pm")
                let again = try await stage.change(id, time: "8pm")
                #expect(again.status == .changed && again.isEarlier)
                #expect(again.new?.id == first.new?.id)
                #expect(await stage.count(.change) == 1)
                #expect(try await stage.changeAgreed(first.new?.confirmationID ?? "", time: "9pm").status == .changed)
                #expect(await stage.heldThere == ["13 21:00 2"])
            }
        }
    }

    // MARK: - Wishes

    @Test func whatTheRestaurantWasToldGoesAlong() async throws {
        for offers in [true, false] {
            try await onStage { (stage) async throws in
                await stage.sandbox.set { $0.offersChange = offers }
                let id = "RESY-\(try await stage.book { $0.specialRequests = "window" }.reservationID ?? 0)"
                let changed = try await stage.changeAgreed(id, time: "8pm")
                #expect(changed.wishes.areSent == true)
                #expect(await stage.sandbox.reservations.map(\.specialRequest) == ["window"])
            }
        }
    }

    @Test func aWishAloneChangesJustThat() async throws {
        try await onStage { (stage) async throws in
            let id = try await stage.booked()
            let told = try await stage.change(id) { $0.specialRequests = "high chair" }
            #expect(told.status == .changed && told.isAboutWishAlone)
            #expect(await stage.count(.change) == 0)
            #expect(await stage.count(.book) == 1)
            let waiting = try await stage.change(id) { $0.specialRequests = "window" }
            #expect(waiting.status == .needsConfirmation)
            let replaced = try await stage.change(id, token: waiting.confirmToken) { $0.specialRequests = "window" }
            #expect(replaced.status == .changed)
            #expect(await stage.sandbox.reservations.map(\.specialRequest) == ["window"])
        }
    }

    // MARK: - Asked in the call

    @Test func aQuestionShowsBothSides() async throws {
        try await onStage { (stage) async throws in
            let id = "RESY-\(try await stage.book("Card & Hold") { $0.confirmToken = nil }.reservationID ?? 0)"
            #expect(id == "RESY-0")
            let free = try await stage.booked()
            let person = Person(.accepted, on: stage.clock)
            let changed = try await stage.change(free, time: "8pm", asking: person.asking)
            #expect(changed.status == .changed)
            #expect(person.questions.map(\.deed) == [.change])
            let no = try await stage.change(
                changed.new?.confirmationID ?? "", time: "9pm", asking: Person(.refused, on: stage.clock).asking)
            #expect(no.status == .declined)
            #expect(await stage.heldThere == ["13 20:00 2"])
        }
    }

    @Test func aQuestionBetweenTwoCalls() async throws {
        try await onStage { (stage) async throws in
            let id = try await stage.booked()
            let first = try await stage.change(id, time: "8pm", asking: .byReturn)
            let open = try #require(first.question)
            let answered = AnsweredQuestion(state: open.state, answer: .accepted)
            stage.clock.skew(5)
            #expect(try await stage.change(id, time: "8pm", asking: .byReturn, answered: answered).status == .changed)
        }
    }
}
