import Testing
@testable import ResyDomain

@testable import ResyNative
@testable import SandboxKit

/// Booking and cancelling under the money that recordings show, from the list of tables to the deed.
@Suite(.timeLimit(.minutes(1))) struct RecordedMoneyTests {
    @Test(arguments: [(60.0, false), (61, false), (65, false), (74.99, false), (75, true)])
    func aTaxThatIsNotStatedIsWithinNoTightCap(cap: Double, isBooked: Bool) async throws {
        try await onStage(settings: {
            $0.confirm = .never; $0.largestFee = cap
        }) { (stage) async throws in
            let outcome = try await stage.book("Tax On Top")
            #expect(outcome.status == (isBooked ? .booked : .overLimit))
            #expect(outcome.stake == .known(60, currency: "USD", isBeforeTax: true))
            #expect(await stage.count(.book) == (isBooked ? 1 : 0))
        }
    }

    @Test func theQuestionNamesTheTax() async throws {
        try await onStage { (stage) async throws in
            let person = Person(.declined, on: stage.clock)
            _ = try await stage.book("Tax On Top", asking: person.asking)
            let question = try #require(person.questions.first)
            #expect(question.message.contains("At stake: $30 late fee per guest ($60 for 2), plus tax, free to cancel"))
            #expect(question.label == "Book it ($60 plus tax at stake)")
        }
    }

    /// A fully stated late fee is within a cap, though the list calls the table paid.
    @Test(arguments: [SandboxKit.Switches.Money.recorded, .guessed])
    func aStatedLateFeeIsWithinACap(money: SandboxKit.Switches.Money) async throws {
        try await onStage(settings: {
            $0.confirm = .never; $0.largestFee = 100
        }) { (stage) async throws in
            await stage.sandbox.set { $0.money = money }
            let listed = try #require(try await stage.check("Card & Hold").slots.first)
            #expect(listed.charges.map(\.kind) == [.cancellation])
            #expect(listed.saysPaid == (money == .recorded))
            let outcome = try await stage.book("Card & Hold")
            #expect(outcome.status == .booked)
            #expect(outcome.stake == .known(50, currency: "USD"))
        }
    }

    @Test func aLargePartysFeeIsAskedAbout() async throws {
        try await onStage { (stage) async throws in
            let waiting = try await stage.book("Big Parties", party: 6)
            #expect(waiting.status == .needsConfirmation)
            #expect(waiting.stake == .known(300, currency: "USD"))
            #expect(waiting.slot.charges.text.contains("parties of 5 or more"))
            #expect(try await stage.book("Big Parties", party: 4).status == .booked)
        }
    }

    /// The list has a fee object for a free table too, with nothing in it.
    @Test(arguments: [false, true]) func aFreeTableIsCancelledLateUnasked(isBookedElsewhere: Bool) async throws {
        try await onStage { (stage) async throws in
            if isBookedElsewhere {
                await stage.sandbox.world.bookElsewhere(
                    stage.slot(99001, 1, 1140, "Dining Room"), party: 2, account: Stage.email)
            } else {
                #expect(try await stage.book("Example Trattoria", 1).status == .booked)
            }
            await stage.clock.advance(86_400 + 6 * 3600)
            #expect(try await stage.list().reservations.first?.charges.isEmpty == true)
            let outcome = try await stage.cancel("Example Trattoria")
            #expect(outcome.status == .cancelled)
            #expect(outcome.refund == nil)
        }
    }

    @Test func whatWasPaidIsRefundedOrNot() async throws {
        try await onStage(settings: {
            $0.confirm = .never; $0.largestFee = 500
        }) { (stage) async throws in
            #expect(try await stage.book("Deposit House", 5).status == .booked)
            #expect(try await stage.cancel("Deposit House").refund == true)
        }
    }

    @Test func aGlobalDiningTableThatIsOpenToTheAccountIsBooked() async throws {
        try await onStage { (stage) async throws in
            #expect(try await stage.check("Open Platinum").slots.allSatisfy(\.isBookable))
            #expect(try await stage.book("Open Platinum").status == .booked)
            let error = await failure { try await stage.book("Platinum Only", 4) }
            #expect(error?.message.contains("Global Dining Access") == true)
        }
        try await onStage(signedIn: false) { (stage) async throws in
            let slots = try await stage.check("Open Platinum").slots
            #expect(slots.allSatisfy { $0.obstacle?.words.contains("may be open to the user's account") == true })
            #expect(!slots.isEmpty)
        }
    }

    @Test func tablesOfAPaidMenuStayPaid() async throws {
        try await onStage { (stage) async throws in
            let waiting = try await stage.book("Prepaid Omakase", time: "19:30")
            #expect(waiting.status == .needsConfirmation)
            #expect(waiting.slot.charges.map(\.kind) == [.prepaid])
            #expect(waiting.stake == .known(370, currency: "USD"))
        }
    }
}
