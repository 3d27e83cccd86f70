@testable import ResyDomain
@testable import ResyNative
@testable import SandboxKit

extension Stage {
    /// The texts that were sent to the restaurant, in their order.
    var wishesSent: [String] {
        get async {
            await sandbox.requests(to: .specialRequest).map {
                $0.form["description"] ?? $0.form["occasion"] ?? $0.json?["description"]?.string
                    ?? $0.json?["occasion"]?.string ?? "?"
            }
        }
    }

    /// What the reservation holds at Resy.
    var written: [String?] {
        get async {
            let first = await sandbox.reservations.first
            return [first?.specialRequest, first?.occasion]
        }
    }

    /// What a call leaves for the background is done.
    func wished(_ resy: Resy? = nil) async { await (resy ?? self.resy).wished() }

    /// A booking with these words.
    func wish(_ words: String?, _ occasion: Occasion? = nil, with other: Resy? = nil, token: String? = nil) async throws
        -> BookingOutcome
    {
        try await book(with: other) {
            $0.specialRequests = words
            $0.occasion = occasion
            $0.confirmToken = token
        }
    }
}

extension BookingOutcome {
    /// How each of its wishes ended; nil for one that has not.
    var endings: [WishFlow.End?] {
        wishes.map { if case .ended(let end, _) = $0.state { end } else { nil } }
    }

    /// What stands in the way of each.
    var asked: [String] {
        wishes.compactMap { if case .asked(let held) = $0.state { held } else { nil } }
    }
}
