import Foundation

extension World {
    func list(_ request: RecordedRequest) -> Reply {
        guard let account = signedInAccount(request) else { return .unauthorized }
        if account.state == .deactivated { return .failure(409, "Account deactivated") }
        storeLateWishes()
        let limit = max(1, min(100, Int(request.query["limit"] ?? "") ?? 10))
        let offset = Int(request.query["offset"] ?? "") ?? 1
        let page = max(1, offset)
        let kind = request.query["type"]
        let mine = reservations.filter {
            !isActive(.forgets) && $0.account == account.id && isListed($0)
                && (kind == nil || ($0.when >= now) == (kind == "upcoming"))
        }.sorted { kind == "past" ? $0.when > $1.when : $0.when < $1.when }
        let start = switches.listOffsetCountsRows ? max(0, offset) : (page - 1) * limit
        let first = min(mine.count, start)
        let shown = mine[first..<min(mine.count, first + min(limit, switches.listShowsAtMost ?? limit))]
        let ids = Set(shown.map(\.slot.venue)).sorted()
        return Reply(
            200,
            [
                "reservations": .array(shown.map { reservationObject($0, account) }),
                "venues": .object(ids.compactMap { venue($0) }.map { JSONValue.Member(String($0.id), listVenue($0)) }),
                "metadata": [
                    "total": .int(mine.count), "offset": .int(page), "limit": .int(limit), "type": .text(kind),
                ],
            ])
    }

    private func listVenue(_ venue: Venue) -> JSONValue {
        var location = locationObject(venue)
        location["time_zone"] = .string(venue.zone)
        return [
            "name": .string(venue.name), "venue_url_slug": .string(venue.slug), "location": location,
            "contact": ["phone_number": .text(venue.phone), "url": "https://example.com"],
            "ids": ["resy": .int(venue.id), "foursquare": nil, "google": .text(venue.googleID)], "config": [:],
            "price_range_id": .int(venue.price), "rating": .double(venue.rating), "rater": [],
            "type": .string(venue.cuisine), "images": [], "survey": nil, "social": [], "content": [],
            "hide_allergy_question": 0, "hide_occasion_question": .flag(switches.hidesOccasions),
            "hide_special_request_question": .flag(switches.hidesRequests),
        ]
    }

    private func reservationObject(_ reservation: Reservation, _ account: Account) -> JSONValue {
        let terms = reservation.terms
        let venue = venue(reservation.slot.venue)
        let total = terms.total(party: reservation.party)
        let symbol = venue?.city.symbol ?? "$"
        let cutOff = reservation.cutOff.utcText
        let isBefore = now < reservation.cutOff
        let isPast = reservation.when < now && !switches.listForgetsFinished
        let mayCancel = !isPast && (isBefore || switches.cancelInside == .fee)
        let isRecorded = switches.money == .recorded
        let told = isRecorded ? terms.amount : total
        let hasFee = terms.kind == .cardHold
        let fee: JSONValue =
            hasFee || isRecorded
            ? [
                "amount": .number(hasFee ? told : nil),
                "applies": .bool(hasFee && (!isBefore || switches.listAppliesFees)), "date_cut_off": .string(cutOff),
                "display": ["amount": .text(hasFee ? money(told, symbol: symbol) : nil)],
            ] : nil
        let cancellation: JSONValue =
            if switches.listHidesTerms { nil } else if switches.listGarblesTerms { "see below" } else {
                [
                    "allowed": .bool(mayCancel), "date_credit_cut_off": nil, "date_refund_cut_off": .string(cutOff),
                    "fee": fee,
                ]
            }
        return [
            "reservation_id": .int(reservation.id), "resy_token": .string(newResyToken(for: reservation.id)),
            "day": .string(dayText(of: reservation)), "time_slot": .string(clockText(reservation.slot.minutes)),
            "when": .string(reservation.when.utcText), "num_seats": .int(reservation.party),
            "venue": ["id": .int(reservation.slot.venue), "currency": ["symbol": .string(symbol)]],
            "config": [
                "type": .string(reservation.slot.seating), "background_color": "#2E6D97", "font_color": "#FFFFFF",
            ],
            "service_type_id": 2, "occasion": .text(reservation.occasion),
            "special_request": .text(reservation.specialRequest),
            "status": ["finished": .flag(isPast), "no_show": .flag(reservation.isNoShow)],
            "cancellation": cancellation,
            "cancellation_policy": .texts(switches.listHidesTerms ? [] : terms.policy),
            "change": [
                "allowed": .bool(switches.offersChange && now < changeCutOff(of: reservation)),
                "date_cut_off": .string(changeCutOff(of: reservation).utcText),
            ],
            "secs_cancel": .int(terms.cutOffSeconds), "secs_change": .int(terms.cutOffSeconds),
            "payment_method": reservation.card.map { ["id": .int($0)] } ?? nil,
            "payment": [
                "resy_fee_amount": 0, "service_charge_amount": 0, "tax_amount": 0, "display": ["description": []],
            ],
            "price": 0, "service_charge": nil, "template": ["images": []], "content": [],
            "party": [
                [
                    "token": .string(Opaque.text(24)), "guest_of_token": nil, "first_name": .string(account.firstName),
                    "last_name": .string(account.lastName), "type": "host", "status": "attending",
                    "user": ["em_address": .string(account.email)],
                ]
            ],
            "share": [
                "link": "https://resy.com/link?sandbox=\(reservation.id)", "generic_message": "Join us", "message": [],
            ],
            "rating": nil, "ticket": nil, "gdc_perk": nil, "add_ons": [], "add_ons_available": false, "badge": nil,
            "is_pickup": false, "is_global_dining_access": false, "exclusive_ids": [], "event": nil, "features": nil,
        ]
    }

    func cancel(_ request: RecordedRequest) -> Reply {
        guard let account = signedInAccount(request) else { return .unauthorized }
        guard let token = request.form["resy_token"], !token.isEmpty else { return .missing("resy_token") }
        guard let id = resyTokens[token],
            let reservation = reservations.first(where: { $0.id == id && $0.account == account.id && !$0.isCancelled })
        else { return .failure(404, "Reservation not found") }
        let isInside = now >= reservation.cutOff
        if reservation.when < now || (isInside && switches.cancelInside == .forbidden) {
            return .failure(412, "This reservation can no longer be cancelled.")
        }
        if !isActive(.pretend) { drop(reservation) }
        if switches.cancelBody == .empty { return Reply(200, text: "") }
        return Reply(200, ["payment": ["transaction": ["refund": .flag(!isInside)]]])
    }
}
