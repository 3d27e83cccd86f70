import Foundation
import Testing

@testable import ResyDomain
@testable import ResyNative
@testable import SandboxKit

/// Resy's Notify list: asked for once, and set where the list says so.
@Suite(.timeLimit(.minutes(1))) struct NotifyServiceTests {
    private static func add(
        _ stage: Stage, _ name: String = "Sold Out Supper", _ ahead: Int = 3, date: String? = nil, party: Int = 2,
        _ earliest: String? = "6pm", _ latest: String? = "9pm"
    ) async throws -> NotifyOutcome {
        let wish = NotifyWish(
            restaurant: name, date: date ?? stage.day(ahead), party: party, earliest: earliest, latest: latest)
        return try await stage.resy.notify(.add(wish), context: stage.context)
    }

    private static func told(_ notifies: [Notify]) -> [String] {
        notifies.map { "\($0.service ?? 0) \($0.earliest?.clock ?? "-")-\($0.latest?.clock ?? "-") \($0.party)" }
    }

    private static func sent(_ stage: Stage, _ method: String) async -> [RecordedRequest] {
        await stage.sandbox.requests(to: .notify).filter { $0.method == method }
    }

    @Test func whatIsSetIsWhatTheListShows() async throws {
        try await onStage { (stage) async throws in
            let outcome = try await Self.add(stage)
            #expect(outcome.status == .added && Self.told(outcome.notifies) == ["2 18:00-21:00 2"])
            #expect(outcome.notifies.first?.venue.name == "Sold Out Supper")
            let posts = await Self.sent(stage, "POST")
            #expect(posts.map(\.path) == ["/2/notify"])
            #expect(posts[0].form["time_preferred_start"] == "18:00:00" && posts[0].form["num_seats"] == "2")
            // Read before it and after it.
            #expect(await Self.sent(stage, "GET").count == 2)
        }
    }

    @Test func whatIsThereIsNotAskedForAgain() async throws {
        try await onStage { (stage) async throws in
            let first = try await Self.add(stage)
            let again = try await Self.add(stage, "Sold Out Supper", 3, "7pm", "8pm")
            #expect(again.status == .exists && again.notifies.map(\.id) == first.notifies.map(\.id))
            #expect(await Self.sent(stage, "POST").count == 1)
        }
    }

    @Test func lunchAndDinnerAreTwoEntries() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.set { $0.hasNotifyLunch = true }
            let outcome = try await Self.add(stage, "Sold Out Supper", 3, nil, nil)
            #expect(Self.told(outcome.notifies) == ["3 11:30-15:00 2", "2 17:00-22:00 2"])
            #expect(await Self.sent(stage, "POST").count == 2)
        }
    }

    @Test func timesAreFittedAndThatIsSaid() async throws {
        try await onStage { (stage) async throws in
            let outcome = try await Self.add(stage, "Sold Out Supper", 3, "18:10", "23:30")
            #expect(Self.told(outcome.notifies) == ["2 18:00-22:00 2"])
            #expect(outcome.remarks.contains { if case .notify(.fitted) = $0 { true } else { false } })
        }
    }

    @Test func aDayOutsideIsRefusedWithTheDays() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.set {
                $0.notifyDays = 5
                $0.notifyHoursAreDaily = false
            }
            let error = try #require(await failure { try await Self.add(stage, "Sold Out Supper", 6) })
            #expect(error.code == .badRequest && error.message.contains("up to Sun Nov 15"))
            #expect(error.message.contains("No Notify was set."))
            #expect(try await Self.add(stage, "Sold Out Supper", 5).status == .added)
            await stage.sandbox.set { $0.takesNotify = false }
            let none = await failure { try await Self.add(stage, "Sold Out Supper", 4) }
            #expect(none?.code == .badRequest && none?.message.contains("takes no Notify request") == true)
        }
    }

    @Test func hoursOutsideAreRefusedWithTheHours() async throws {
        try await onStage { (stage) async throws in
            let error = await failure { try await Self.add(stage, "Sold Out Supper", 3, "9am", "11am") }
            #expect(error?.message.contains("5:00 PM to 10:00 PM") == true)
            #expect(await Self.sent(stage, "POST").isEmpty)
        }
    }

    @Test func hoursThatAreOverAreRefused() async throws {
        try await onStage { (stage) async throws in
            // Nine in the evening.
            await stage.clock.advance(9 * 3600)
            let error = await failure { try await Self.add(stage, "Sold Out Supper", 0, "5pm", "8pm") }
            #expect(error?.code == .badRequest && error?.message.contains("past") == true)
            #expect(try await Self.add(stage, "Sold Out Supper", 0, "5pm", "10pm").status == .added)
        }
    }

    // MARK: - What fails

    /// The answer is lost or odd; the list has the last word.
    @Test(arguments: [Fault.badGatewayAfterCommit, .dropAfterCommit, .pageAfterCommit, .statusAfterCommit(500)])
    func anUnclearAnswerIsSettledByTheList(fault: Fault) async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.fault(fault, on: .notify, times: 1, after: 1)
            let outcome = try await Self.add(stage)
            #expect(outcome.status == .added && outcome.notifies.count == 1)
            #expect(await Self.sent(stage, "POST").count == 1)
        }
    }

    @Test(arguments: [Fault.badGatewayBefore, .status(503), .pretend, .resetBefore])
    func whatTheListLacksIsNotClaimed(fault: Fault) async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.fault(fault, on: .notify, times: 1, after: 1)
            let error = try #require(await failure { try await Self.add(stage) })
            #expect(error.message.contains("does not show it") && error.code == .resyError)
            #expect(await Self.sent(stage, "POST").count == 1)
        }
    }

    @Test func aClearNoIsToldAsOne() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.set { $0.notifyMost = 0 }
            let error = try #require(await failure { try await Self.add(stage) })
            #expect(error.message.contains("limit of Notify requests") && error.message.contains("No Notify was set."))
            #expect(await Self.sent(stage, "POST").count == 1)
        }
    }

    /// Resy has one for each restaurant, day, party and service.
    @Test func anEntryOfOtherHoursIsToldAsInTheWay() async throws {
        try await onStage { (stage) async throws in
            let id = try #require(try await Self.add(stage, "Sold Out Supper", 3, "6pm", "7pm").notifies.first?.id)
            let error = try #require(await failure { try await Self.add(stage) })
            #expect(error.code == .conflict && error.message.contains("6:00 PM to 7:00 PM"))
            #expect(error.message.contains("No Notify was set.") && error.hint.contains("\(id)"))
            await stage.sandbox.set { $0.notifyTakesTwice = true }
            #expect(try await Self.add(stage).status == .added)
        }
    }

    @Test func whereTheListCannotBeReadAfterItNothingIsKnown() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.fault(.status(500), on: .notify, times: 9, after: 2)
            let error = try #require(await failure { try await Self.add(stage) })
            #expect(error.finding == .notify(.unknown(because: .service(.server(status: 500)))))
            #expect(await Self.sent(stage, "POST").count == 1)
        }
    }

    /// A limit may be the edge's word, behind which it was done.
    @Test func aLimitWithoutAListProvesNothing() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.fault(.statusAfterCommit(429), on: .notify, times: 1, after: 1)
            await stage.sandbox.fault(.status(500), on: .notify, times: 9, after: 2)
            let error = try #require(await failure { try await Self.add(stage) })
            #expect(error.message.contains("not known") && !error.message.contains("No Notify was set."))
        }
    }

    /// Before anything is sent.
    @Test func withoutAListNothingIsSent() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.fault(.status(500), on: .notify, times: 9)
            #expect(await failure { try await Self.add(stage) } != nil)
            #expect(await Self.sent(stage, "POST").isEmpty)
        }
    }

    @Test func aListThatLagsIsReadAgain() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.set { $0.notifyLagSeconds = 1 }
            #expect(try await Self.add(stage).status == .added)
            #expect(await Self.sent(stage, "POST").count == 1)
        }
    }

    @Test func aRefusedSignInIsRenewedAndItIsSentOnce() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.fault(.tokenExpires, on: .notify, times: 1, after: 1)
            #expect(try await Self.add(stage).status == .added)
            #expect(await stage.sandbox.world.notifies.count == 1)
        }
    }

    @Test func nobodySignedInSetsNothing() async throws {
        try await onStage(signedIn: false) { (stage) async throws in
            #expect(await failure { try await Self.add(stage) }?.code == .notSignedIn)
            #expect(await Self.sent(stage, "POST").isEmpty)
        }
    }

    // MARK: - A client that goes

    private static func call(_ stage: Stage, goingAt moment: Step) async throws {
        let reached = Gate()
        let wish = NotifyWish(restaurant: "Sold Out Supper", date: stage.day(3))
        let call = Task {
            try await stage.resy.notify(
                .add(wish),
                context: CallContext(
                    deadline: stage.clock.now.adding(50),
                    progress: { step in if step == moment { reached.open() } }))
        }
        await reached.wait()
        call.cancel()
        await stage.resy.finish()
        _ = try? await call.value
    }

    @Test func beforeItWasSentNothingIsSet() async throws {
        try await onStage { (stage) async throws in
            try await Self.call(stage, goingAt: .findingTables)
            #expect(await Self.sent(stage, "POST").isEmpty)
        }
    }

    @Test func onceItIsSentItIsSeenThrough() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.fault(.delay(milliseconds: 50), on: .notify, times: 1, after: 1)
            try await Self.call(stage, goingAt: .settingNotify)
            #expect(await stage.sandbox.world.notifies.count == 1)
            #expect(await Self.sent(stage, "GET").count == 2)
        }
    }

    @Test func tooLittleTimeSendsNothing() async throws {
        try await onStage { (stage) async throws in
            let wish = NotifyWish(restaurant: "Sold Out Supper", date: stage.day(3))
            let error = await failure {
                try await stage.resy.notify(
                    .add(wish), context: CallContext(deadline: stage.clock.now.adding(8)))
            }
            #expect(error?.code == .network && error?.message.contains("No Notify was set.") == true)
            #expect(await Self.sent(stage, "POST").isEmpty)
        }
    }

    // MARK: - The list

    @Test func oddRowsCostOnlyThemselves() async throws {
        try await onStage { (stage) async throws in
            _ = try await Self.add(stage)
            await stage.sandbox.set { $0.notifyListIsOdd = true }
            let list = try await stage.resy.notify(.list, context: stage.context)
            #expect(list.status == .listed && Self.told(list.notifies) == ["2 18:00-21:00 2"])
            #expect(list.remarks == [.notify(.unread(5))])
            // Where it has nothing but odd ones too.
            _ = try await stage.resy.notify(.remove(id: "\(list.notifies[0].id)"), context: stage.context)
            #expect(try await stage.resy.notify(.list, context: stage.context).remarks == [.notify(.unread(5))])
            #expect(try await Self.add(stage).status == .added)
            await stage.sandbox.set { $0.notifyListIsNull = true }
            #expect(try await stage.resy.notify(.list, context: stage.context).notifies.isEmpty)
        }
    }

    // MARK: - Off the list

    @Test(arguments: ["%", "RESY-%", " #% "]) func theWholeEntryIsNamedAndGone(form: String) async throws {
        try await onStage { (stage) async throws in
            let id = try #require(try await Self.add(stage).notifies.first?.id)
            let order = NotifyOrder.remove(id: form.replacing("%", with: "\(id)"))
            let outcome = try await stage.resy.notify(order, context: stage.context)
            #expect(outcome.status == .removed && outcome.notifies.map(\.id) == [id])
            #expect(outcome.notifies.first?.venue.zone != nil)
            let sent = await Self.sent(stage, "DELETE")
            #expect(sent.count == 1 && sent[0].path == "/2/notify" && sent[0].query["service_type_id"] == "2")
            #expect(sent[0].query["num_seats"] == "2" && sent[0].query["venue_id"] != nil)
            #expect(try await stage.resy.notify(.list, context: stage.context).notifies.isEmpty)
        }
    }

    @Test func anUnknownNumberIsToldWithWhatThereIs() async throws {
        try await onStage { (stage) async throws in
            let id = try #require(try await Self.add(stage).notifies.first?.id)
            for odd in ["1", "seven"] {
                let error = await failure { try await stage.resy.notify(.remove(id: odd), context: stage.context) }
                #expect(error?.code == .badRequest)
                #expect(odd == "seven" || error?.message.contains("\(id)") == true)
            }
            #expect(await Self.sent(stage, "DELETE").isEmpty)
        }
    }

    @Test func aRemovalWithoutAnAnswerIsSettledByTheList() async throws {
        try await onStage { (stage) async throws in
            let id = try #require(try await Self.add(stage).notifies.first?.id)
            await stage.sandbox.fault(.dropAfterCommit, on: .notify, times: 1, after: 1)
            let order = NotifyOrder.remove(id: "\(id)")
            #expect(try await stage.resy.notify(order, context: stage.context).status == .removed)
            #expect(await Self.sent(stage, "DELETE").count == 1)
        }
    }

    @Test func whatIsStillListedIsNotGone() async throws {
        try await onStage { (stage) async throws in
            let id = try #require(try await Self.add(stage).notifies.first?.id)
            await stage.sandbox.fault(.pretend, on: .notify, times: 1, after: 1)
            let error = await failure { try await stage.resy.notify(.remove(id: "\(id)"), context: stage.context) }
            #expect(error?.message.contains("still has it") == true)
        }
    }

    // MARK: - Offered where there is no table

    @Test func aSoldOutDayOffersIt() async throws {
        try await onStage { (stage) async throws in
            let answer = try await stage.check("Sold Out Supper", time: "19:00")
            #expect(answer.notify?.earliest?.clock == "18:00" && answer.notify?.latest?.clock == "20:00")
            #expect(try await stage.check("Example Trattoria", time: "19:00").notify == nil)
            await stage.sandbox.set { $0.takesNotify = false }
            #expect(try await stage.check("Sold Out Supper", 4).notify == nil)
        }
    }

    @Test func aTableThatIsGoneOffersIt() async throws {
        try await onStage { (stage) async throws in
            let error = try #require(await failure { try await stage.book("Sold Out Supper") })
            #expect(error.code == .slotGone)
            #expect(error.remarks.contains { if case .notify(.canBeSet) = $0 { true } else { false } })
        }
    }
}
