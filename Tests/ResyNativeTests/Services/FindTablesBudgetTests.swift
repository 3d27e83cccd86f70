import Foundation
import Testing
@testable import ResyDomain

@testable import ResyNative
@testable import SandboxKit

/// The looking budget ends a search, and never before it has told what it knows.
@Suite(.timeLimit(.minutes(1))) struct FindTablesBudgetTests {
    private func onBudget(_ play: (Stage) async throws -> Void) async throws {
        try await onStage(settings: { $0.budget = 20 }) { (stage) async throws in try await play(stage) }
    }

    @Test func theBudgetEndsItAndTheCursorGoesOn() async throws {
        try await onBudget { (stage) async throws in
            let names = ["Carbone", "Don Angie"]
            let dates = (1...6).map(stage.day)
            let first = try await stage.find(restaurants: names, on: dates)
            #expect(await stage.sandbox.requests.count == 12)
            guard case .budget(let until)? = first.end else {
                Issue.record("the budget ends it")
                return
            }
            #expect(until > stage.now && until <= stage.now.adding(16))
            #expect(first.results.count == 2 && first.searched.requests == 12)
            #expect(first.reasons(of: "Carbone").allSatisfy { $0 == .notLooked })
            // At once there is nothing more to be had, and that is said.
            let spent = await failure {
                try await stage.find(restaurants: names, on: dates) { $0.cursor = first.cursor }
            }
            #expect(spent?.code == .rateLimited && spent?.finding == .program(.lookedEnough(.now)))
            #expect(spent?.retryAt.map { $0 > stage.now } == true)
            await stage.clock.advance(200)
            let second = try await stage.find(restaurants: names, on: dates) { $0.cursor = first.cursor }
            #expect(second.end == nil && second.cursor == nil && second.results.count == 2)
            let evenings = [first, second].flatMap { found in
                found.results.flatMap { result in result.evenings.map { "\(result.venue.id) \($0.day.iso)" } }
            }
            #expect(evenings.count == 12 && Set(evenings).count == 12)
        }
    }

    @Test func namesThatWereNotReachedAreLeftForTheNextCall() async throws {
        try await onBudget { (stage) async throws in
            let names = [
                "Carbone", "Don Angie", "Card & Hold", "Deposit House", "Busy Hall", "Two Fees", "Night Owl", "Semma",
            ]
            let first = try await stage.find(restaurants: names, on: [stage.day(3)])
            // Names that are new to this home cost two requests each: some are looked at before all are known.
            #expect(first.searched.venues >= 3)
            let unread = names.filter { first.reasons(of: $0) == [.notLooked] }
            #expect(unread.count == names.count - first.searched.venues)
            await stage.clock.advance(300)
            let second = try await stage.find(restaurants: names, on: [stage.day(3)]) { $0.cursor = first.cursor }
            #expect(second.searched.venues >= 3)
        }
    }

    /// Part of the budget was used before: what can be looked at is, and the rest is told and gone on with.
    @Test func aListWithPartOfTheBudgetUsedStillHasTables() async throws {
        try await onBudget { (stage) async throws in
            _ = try await stage.find(restaurants: ["Semma"], on: [stage.day(3)])
            _ = try? await stage.find(restaurants: ["Lucien"], on: [stage.day(3)])
            let names = ["Carbone", "Don Angie", "Card & Hold", "Deposit House", "Busy Hall", "Two Fees"]
            var (call, cursor, looked) = (0, String?.none, Set<Int>())
            repeat {
                let found = try await stage.find(restaurants: names, on: [stage.day(3)]) { $0.cursor = cursor }
                let fresh = Set(found.results.map(\.venue.id))
                // Each call gets on.
                #expect(
                    !fresh.isEmpty || !found.leftOut.isEmpty && found.searched.venues > 0,
                    "\(call): \(found.searched), \(String(describing: found.end)), \(found.leftOut.map(\.subject))")
                #expect(fresh.isDisjoint(with: looked))
                looked.formUnion(fresh)
                cursor = found.cursor
                if case .budget(let until)? = found.end {
                    #expect(cursor != nil)
                    #expect(
                        found.leftOut.filter { $0.reason == .notLooked }.count == names.count - found.searched.venues
                            || call > 0)
                    await stage.clock.advance(until.seconds - stage.now.seconds + 0.5)
                }
                call += 1
            } while cursor != nil && call < 12
            #expect(cursor == nil && looked.count >= 4)
        }
    }

    /// The first question of the day, in one call and within the budget.
    @Test func aNeighborhoodOnTwoDaysIsWithinIt() async throws {
        try await onBudget { (stage) async throws in
            let found = try await stage.find("italian", in: "West Village")
            #expect(found.end == nil && found.cursor == nil && found.names.first == "Via Cornelia")
            #expect(found.searched.requests <= 6)
        }
    }

    @Test func aSearchOverManyDaysGoesAsFarAsItMay() async throws {
        try await onBudget { (stage) async throws in
            let dates = (1...14).map(stage.day)
            let found = try await stage.find("italian", in: "West Village", on: dates)
            guard case .budget? = found.end else {
                Issue.record("the budget ends it")
                return
            }
            #expect(!found.results.isEmpty && found.cursor != nil)
            #expect(found.leftOut.contains { $0 == LeftOut(.day(CalendarDay(iso: stage.day(14))!), .notLooked) })
        }
    }
}
