import Foundation
import Testing
@testable import ResyDomain

@testable import ResyNative
@testable import SandboxKit

/// What becomes of a change whose answer proves nothing, or comes wrong.
@Suite(.timeLimit(.minutes(2))) struct UnclearChangeTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var kind = Switches.Changes.renewsID
        var fault: Fault?
        var lag = 0.0
        var expected: ChangeOutcome.Status
        var way = ChangeWay.resyChange
        var held: [String]
    }

    private static let (old, new) = (["13 19:00 2"], ["13 20:00 2"])

    @Test(arguments: [
        Case(testDescription: "404 of Resy's own", fault: .status(404), expected: .notChanged, held: old),
        Case(testDescription: "404 page", fault: .page(404), expected: .changed, way: .bookThenCancel, held: new),
        Case(testDescription: "405", fault: .methodNotAllowed, expected: .changed, way: .bookThenCancel, held: new),
        Case(testDescription: "403", fault: .status(403), expected: .notChanged, held: old),
        Case(testDescription: "412", fault: .status(412), expected: .notChanged, held: old),
        Case(testDescription: "429", fault: .rateLimited(seconds: 1), expected: .unknown, held: old),
        Case(testDescription: "500", fault: .status(500), expected: .unknown, held: old),
        Case(testDescription: "502 before", fault: .badGatewayBefore, expected: .unknown, held: old),
        Case(testDescription: "cut before", fault: .resetBefore, expected: .unknown, held: old),
        Case(testDescription: "it pretends", fault: .pretend, expected: .unknown, held: old),
        Case(
            testDescription: "taken by somebody else", fault: .slotVanishes(status: 412), expected: .notChanged,
            held: old),
        Case(testDescription: "404 after", fault: .statusAfterCommit(404), expected: .changed, held: new),
        Case(testDescription: "404 page after", fault: .pageAfterCommit(404), expected: .changed, held: new),
        Case(testDescription: "405 after", fault: .statusAfterCommit(405), expected: .changed, held: new),
        Case(testDescription: "403 after", fault: .statusAfterCommit(403), expected: .changed, held: new),
        Case(testDescription: "412 after", fault: .statusAfterCommit(412), expected: .changed, held: new),
        Case(testDescription: "500 after", fault: .statusAfterCommit(500), expected: .changed, held: new),
        Case(testDescription: "502 after", fault: .badGatewayAfterCommit, expected: .changed, held: new),
        Case(testDescription: "cut after", fault: .dropAfterCommit, expected: .changed, held: new),
        Case(testDescription: "empty after", fault: .emptyAfterCommit, expected: .changed, held: new),
        Case(testDescription: "late list", lag: 5, expected: .changed, held: new),
        Case(testDescription: "late list, same number", kind: .keepsID, lag: 5, expected: .changed, held: new),
        Case(
            testDescription: "late list after 412", fault: .statusAfterCommit(412), lag: 4, expected: .changed,
            held: new),
        Case(
            testDescription: "late list, 405 after", fault: .statusAfterCommit(405), lag: 4, expected: .changed,
            held: new),
        Case(
            testDescription: "later than lists were seen to be, 405 after", fault: .statusAfterCommit(405), lag: 9,
            expected: .changed, held: new),
        Case(
            testDescription: "it ignores the token", kind: .ignoresToken, expected: .bothHeld, held: old + new),
        Case(
            testDescription: "it ignores the token, 500 after", kind: .ignoresToken, fault: .statusAfterCommit(500),
            expected: .bothHeld, held: old + new),
        Case(testDescription: "it cancels first", kind: .cancelsFirst, expected: .neitherHeld, held: []),
    ])
    func resysOwnChange(_ example: Case) async throws {
        try await onStage { (stage) async throws in
            let id = try await stage.booked()
            await stage.sandbox.set {
                $0.changes = example.kind; $0.listLagSeconds = example.lag; $0.cancelLagSeconds = example.lag
            }
            if let fault = example.fault { await stage.sandbox.fault(fault, on: .change) }
            let end = try await stage.changeAgreed(id, time: "8pm")
            #expect(end.status == example.expected)
            #expect(end.way == example.way)
            #expect(await stage.heldThere == example.held)
            #expect(await stage.count(.change) == 1)
            guard example.way == .resyChange else { return }
            #expect(await stage.count(.book) == 1)
            #expect(await stage.count(.cancel) == 0)
        }
    }

    /// Ten minutes later the list is believed, and nothing bars another try.
    @Test func whatStaysUnclearIsSettledByTheList() async throws {
        try await onStage { (stage) async throws in
            let id = try await stage.booked()
            await stage.sandbox.fault(.status(500), on: .change)
            #expect(try await stage.changeAgreed(id, time: "8pm").status == .unknown)
            #expect(try await stage.change(id, time: "8pm").status == .unknown)
            // Another one was not tried, and no cancellation was ever sent.
            let other = await failure { try await stage.change(id, time: "9pm") }
            #expect(other?.code == .conflict)
            if case .changing(.changeOpen(_, let open, let untried))? = other?.finding {
                #expect(open.time.clock == "20:00" && untried?.time.clock == "21:00")
            } else {
                Issue.record("\(String(describing: other))")
            }
            let told = try await stage.list().remarks
            #expect(told.count == 1)
            if case .list(.openChange)? = told.first {} else { Issue.record("\(told)") }
            // Nor by another tool.
            #expect(try await stage.book(time: "20:00").status == .unknown)
            #expect(await failure { try await stage.book(time: "20:15") }?.code == .conflict)
            for error in [
                await failure { try await stage.cancel(id: id) },
                await failure { try await stage.cancel("Example Trattoria") },
            ] {
                #expect(error?.code == .conflict)
                if case .cancelling(.changeOpen)? = error?.finding {
                } else {
                    Issue.record("\(String(describing: error))")
                }
            }
            #expect(await stage.count(.change) == 1)
            #expect(await stage.count(.book) == 1)
            #expect(await stage.count(.cancel) == 0)
            await stage.clock.advance(601)
            #expect(try await stage.changeAgreed(id, time: "8pm").status == .changed)
            #expect(await stage.heldThere == Self.new)
        }
    }

    @Test func neitherIsToldAgainUntilItIsSure() async throws {
        try await onStage { (stage) async throws in
            let id = try await stage.booked()
            await stage.sandbox.set { $0.changes = .cancelsFirst }
            #expect(try await stage.changeAgreed(id, time: "8pm").status == .neitherHeld)
            #expect(try await stage.change(id, time: "8pm").status == .neitherHeld)
            await stage.clock.advance(601)
            _ = try await stage.list()
            #expect(try await stage.book(time: "20:00").status == .booked)
        }
    }

    @Test func bothHeldIsSettledByTheSameCall() async throws {
        try await onStage { (stage) async throws in
            let id = try await stage.booked()
            await stage.sandbox.set { $0.changes = .ignoresToken }
            #expect(try await stage.changeAgreed(id, time: "8pm").status == .bothHeld)
            #expect(await failure { try await stage.change(id, time: "9pm") }?.code == .conflict)
            let told = try await stage.list().remarks
            #expect(told.count == 1)
            if case .list(.bothHeld)? = told.first {} else { Issue.record("\(told)") }
            #expect(try await stage.change(id, time: "8pm").status == .changed)
            #expect(await stage.heldThere == Self.new)
            #expect(await stage.count(.change) == 1)
        }
    }

    // MARK: - Booked first

    @Test(arguments: [
        (Fault.slotVanishes(status: 412), ChangeOutcome.Status.notChanged, old), (.status(402), .notChanged, old),
        (.status(500), .unknown, old), (.dropAfterCommit, .changed, new), (.createdEmpty, .changed, new),
        (.conflictAfterCommit, .changed, new),
    ]) func theBookingOfTheNewOne(fault: Fault, expected: ChangeOutcome.Status, held: [String]) async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.set { $0.offersChange = false }
            let id = try await stage.booked()
            await stage.sandbox.fault(fault, on: .book)
            let end = try await stage.changeAgreed(id, time: "8pm")
            #expect(end.status == expected)
            #expect(await stage.heldThere == held)
            #expect(await stage.count(.book) == 2)
            if expected != .changed { #expect(await stage.count(.cancel) == 0) }
        }
    }

    /// The old one is never cancelled first, and never replaced.
    @Test func aRefusalForTheOldTableLeavesIt() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.set {
                $0.offersChange = false; $0.conflictMinutes = 90
            }
            let id = try await stage.booked()
            let end = try await stage.changeAgreed(id, time: "8pm")
            #expect(end.status == .notChanged)
            #expect(await stage.heldThere == Self.old)
            #expect(await stage.count(.cancel) == 0)
            #expect(await stage.sandbox.requests(to: .book).allSatisfy { $0.form["replace"] == nil })
        }
    }

    @Test(arguments: [
        (Fault.status(412), ChangeOutcome.Status.bothHeld), (.status(500), .bothHeld), (.resetBefore, .bothHeld),
        (.dropAfterCommit, .changed), (.status(404), .bothHeld),
    ]) func theCancellationOfTheOldOne(fault: Fault, expected: ChangeOutcome.Status) async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.set { $0.offersChange = false }
            let id = try await stage.booked()
            await stage.sandbox.fault(fault, on: .cancel)
            let end = try await stage.changeAgreed(id, time: "8pm")
            #expect(end.status == expected)
            await stage.clock.advance(601)
            let again = try await stage.change(id, time: "8pm")
            #expect(again.status == .changed)
            #expect(await stage.heldThere == Self.new)
            #expect(await stage.count(.book) == 2)
        }
    }

    @Test func anOldTableThatStaysKeepsANewOneFromBeingBooked() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.set {
                $0.cancelInside = .forbidden; $0.offersChange = false
            }
            await stage.sandbox.world.bookElsewhere(
                stage.slot(99002, 1, 660 + 60, "Dining Room"), party: 2, account: Stage.email)
            let id = try #require(try await stage.list().reservations.first?.confirmationID)
            await stage.clock.advance(6 * 3600)
            let end = try await stage.change(id, time: "8pm")
            #expect(end.status == .notChanged)
            #expect(await stage.count(.book) == 0)
        }
    }

    /// What leaving the old one costs is part of what is asked.
    @Test func bothCostsAreAskedAbout() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.set { $0.offersChange = false }
            await stage.sandbox.world.bookElsewhere(
                stage.slot(99002, 1, 1140, "Dining Room"), party: 2, account: Stage.email)
            let id = try #require(try await stage.list().reservations.first?.confirmationID)
            await stage.clock.advance(9 * 3600)
            let waiting = try await stage.change(id, time: "8pm")
            #expect(waiting.lost?.isEmpty == false && waiting.atStake?.isEmpty == false)
            #expect(waiting.stake?.amount == Amount(100))
            let changed = try await stage.change(id, time: "8pm", token: waiting.confirmToken)
            #expect(changed.status == .changed)
        }
    }

    // MARK: - At once

    @Test func twoAtOnceNeverHoldTwoNewOnes() async throws {
        try await onStage(settings: { $0.confirm = .never }) { (stage) async throws in
            for offers in [true, false] {
                await stage.sandbox.set { $0.offersChange = offers }
                let id = try await stage.booked("Example Trattoria", offers ? 3 : 8)
                let (one, two) = (stage.another(), stage.another())
                async let first = try? stage.change(id, on: stage.day(offers ? 4 : 9), with: one)
                async let second = try? stage.change(id, on: stage.day(offers ? 5 : 10), with: two)
                _ = await (first, second)
                #expect(await stage.sandbox.reservations.count == (offers ? 1 : 2))
                await one.finish()
                await two.finish()
            }
        }
    }
}
