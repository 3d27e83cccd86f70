import Foundation

extension World {
    func user(_ request: RecordedRequest) -> Reply {
        guard let account = signedInAccount(request) else { return .unauthorized }
        if account.state == .deactivated { return .failure(409, "Account deactivated") }
        return Reply(200, userObject(account))
    }

    func userObject(_ account: Account) -> JSONValue {
        let booked = reservations.count { $0.account == account.id }
        return [
            "id": .int(account.id), "first_name": .string(account.firstName), "last_name": .string(account.lastName),
            "mobile_number": .string(account.phone), "em_address": .string(account.email), "em_is_verified": 1,
            "mobile_number_is_verified": 1, "is_active": 1, "referral_code": "ABC123", "is_marketable": 0,
            "is_concierge": 0, "date_updated": 1_760_000_000, "date_created": 1_690_000_000, "has_set_password": 1,
            "num_bookings": .int(12 + booked), "payment_methods": cardList(account), "resy_select": 0,
            "profile_image_url": nil, "payment_method_id": .number(account.defaultCard), "payment_provider_id": 1,
            "payment_provider_name": "stripe",
            "payment_display": .text(account.cards.first { $0.id == account.defaultCard }?.display),
        ]
    }

    func cardList(_ account: Account) -> JSONValue {
        .array(
            account.cards.map { card in
                [
                    "id": .int(card.id), "is_default": .bool(card.id == account.defaultCard), "provider_id": 1,
                    "provider_name": "stripe", "display": .string(card.display), "type": .string(card.type),
                    "exp_year": 2031, "exp_month": 4, "issuing_bank": nil,
                ]
            })
    }

    func favorites(_ request: RecordedRequest) -> Reply {
        guard let account = signedInAccount(request), let place = accounts.firstIndex(where: { $0.id == account.id })
        else { return .unauthorized }
        if request.method == "POST" {
            guard let id = Int(request.form["venue_id"] ?? "") else { return .missing("venue_id") }
            guard let wanted = request.form["favorite"] else { return .missing("favorite") }
            guard venue(id) != nil else { return .failure(404, "Venue not found") }
            accounts[place].favorites.removeAll { $0 == id }
            if wanted == "1" { accounts[place].favorites.append(id) }
            return Reply(200, ["favorite": .flag(wanted == "1")])
        }
        let party = Int(request.query["party_size"] ?? "") ?? 2
        let found: [JSONValue] = account.favorites.compactMap { venue($0) }.map { venue in
            var slots: [JSONValue] = []
            if let day = Day(request.query["day"] ?? "") {
                slots = slotList(venue, day: day, party: party, account: account.id)
            }
            return ["venue": findVenue(venue), "slots": .array(slots), "is_rga": false, "favorite": true]
        }
        return Reply(
            200,
            [
                "query": ["day": .text(request.query["day"]), "party_size": .int(party)],
                "results": ["venues": .array(found)],
            ])
    }
}
