internal import ResyDomain

/// What tables cost exactly, read without taking anything.
extension CheckAvailability {
    /// Seatings that are read: each is one request.
    private static let mostQuotes = 3

    /// With the terms of the nearest table of each seating that fits, of those that cost something first.
    func quoted(_ answer: Availability, _ resy: ResyCall) async throws -> Availability {
        var answer = answer
        var seatings: Set<String> = []
        let nearest = answer.slots.filter { $0.isBookable && seatings.insert($0.seating).inserted }
        // What is free in the list has the least to tell.
        let priced = nearest.filter { !$0.charges.isEmpty } + nearest.filter { $0.charges.isEmpty }
        if priced.count > Self.mostQuotes {
            answer.remarks.append(.evening(.termsLeftOut(seatings: priced.dropFirst(Self.mostQuotes).map(\.seating))))
        }
        for (index, slot) in priced.prefix(Self.mostQuotes).enumerated() {
            lookout.call.progress(.readingTerms)
            do {
                // The first belongs to the look before it, as in a booking.
                let details = try await resy.details(
                    slotToken: slot.token ?? "", day: answer.day, party: answer.party,
                    listed: ListedPrice(slot, at: answer.venue), isPreview: true, isPaced: index > 0)
                let card = details.terms.charges.isEmpty ? nil : PaymentCard.usual(of: details.cards)
                answer.quotes.append(Quote(slot: slot, terms: details.terms, card: card))
            } catch let spent as BudgetSpent {
                answer.remarks.append(.evening(.termsUnread(seating: slot.seating, because: spent.finding)))
                break
            } catch let failure as APIFailure {
                if failure == .signedOut { throw failure }
                answer.remarks.append(
                    .evening(.termsUnread(seating: slot.seating, because: failure.explained(url: answer.url).finding)))
                // What stopped one would stop the next.
                break
            }
        }
        return answer
    }
}
