import Foundation
@testable import ResyDomain

@testable import ResyNative
@testable import SandboxKit

/// A call that a diner makes, and the request of it that is spoiled.
enum Ordeal: String, Sendable, CaseIterable {
    case find, details, book, list, cancel, signIn

    var endpoint: SandboxKit.Endpoint {
        switch self {
        case .find: .find
        case .details: .details
        case .book: .book
        case .list: .reservations
        case .cancel: .cancel
        case .signIn: .authPassword
        }
    }

    /// What has to be there before.
    func prepare(_ stage: Stage) async throws {
        if self == .list || self == .cancel { _ = try await stage.book() }
    }

    /// The step during which the spoiled request goes out, and the seconds that are kept back for what follows it.
    private var moment: (step: Step, reserve: Double) {
        switch self {
        case .find: (.findingTables, 0)
        case .details: (.readingTerms, 0)
        case .book: (.booking, 14)
        case .list: (.readingList, 0)
        case .cancel: (.cancelling, 10)
        case .signIn: (.signingIn, 0)
        }
    }

    /// Makes the call: `booked RESY-1`, `not_cancelled`, or the code of an error with its sentence. `isHurried`: five seconds
    /// are left when the spoiled request goes out.
    func told(_ stage: Stage, isHurried: Bool = false, within seconds: Double = 200) async -> String {
        let (step, reserve) = moment
        let hasLeapt = Lock(false)
        let deadline = stage.clock.now.adding(seconds)
        let context = CallContext(
            deadline: deadline,
            progress: { now in
                guard isHurried, now == step,
                    !hasLeapt.withLock({ was in
                        defer { was = true }; return was
                    })
                else { return }
                stage.clock.skew(deadline.seconds - stage.clock.now.seconds - reserve - 5)
            })
        do {
            switch self {
            case .find:
                let answer = try await stage.resy.checkAvailability(
                    AvailabilityRequest(
                        restaurant: "Example Trattoria", date: stage.day(3), party: 2, preferredTime: nil,
                        flexibility: 60, location: nil), context: context)
                return "\(answer.slots.count) tables"
            case .details, .book:
                let outcome = try await stage.resy.makeReservation(
                    BookingRequest(restaurant: "Example Trattoria", date: stage.day(3), time: "19:00"), context: context
                )
                return [outcome.status.rawValue, outcome.reservationID.map { "RESY-\($0)" }].compactMap { $0 }
                    .joined(separator: " ")
            case .list:
                let list = try await stage.resy.reservations(includingPast: false, context: context)
                return "\(list.reservations.count) \(list.isSynced ? "listed" : "remembered")"
            case .cancel:
                let outcome = try await stage.resy.cancelReservation(
                    CancellationRequest(restaurant: "Example Trattoria", confirmationID: nil, confirmToken: nil),
                    context: context)
                return outcome.status.rawValue
            case .signIn:
                let outcome = try await stage.resy.storeCredentials(
                    email: Stage.email, password: Secret(Stage.password), context: context)
                return outcome.isVerified ? "signed in" : "stored unverified: \(outcome.notes.first ?? "")"
            }
        } catch let error as ResyError {
            return "\(error.code.name): \(error.message)"
        } catch {
            return "\(error)"
        }
    }
}

/// What is on record afterwards, here and at Resy.
struct Aftermath: Equatable, CustomStringConvertible {
    /// What the journal says of bookings, oldest first.
    var journal: [String] = []
    /// Tables that this home takes for confirmed.
    var remembered = 0
    /// Tables that Resy holds.
    var held = 0

    var description: String { "\(journal.joined(separator: "+")) \(remembered) \(held)" }

    init(journal: [String], remembered: Int, held: Int) {
        (self.journal, self.remembered, self.held) = (journal, remembered, held)
    }

    init(of stage: Stage) async throws {
        let account = AccountKey.of(email: Stage.email)
        remembered = try await stage.resy.store.localReservations(account: account, latest: 99)
            .filter { $0.reservation.status == .confirmed }.count
        held = await stage.sandbox.reservations.count
        journal = try await stage.resy.store.with { connection in
            try connection.run("SELECT state FROM journal WHERE kind = 'book' ORDER BY id") {
                (row) throws(SQLiteError) in row.text(0)
            }
        }
    }
}
