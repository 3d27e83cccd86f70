import Foundation

extension World {
    func details(_ request: RecordedRequest) -> Reply {
        guard let account = signedInAccount(request) else { return .unauthorized }
        guard let fields = fields(of: request) else { return .failure(400, "Invalid JSON") }
        let absent = ["config_id", "day", "party_size"].filter { fields[$0]?.plain == nil }
        if !absent.isEmpty { return .invalid(absent.map { ($0, "missing") }) }
        guard let party = fields["party_size"]?.int else { return .invalid([("party_size", "invalid")]) }
        guard let text = fields["config_id"]?.string, let slot = SlotKey.parse(text), let venue = venue(slot.key.venue)
        else { return .invalid([("config_id", "invalid")]) }
        if let fault = activeFault(.slotVanishes) {
            takeAway(slot.key)
            if let status = fault.value { return stale(status) }
        }
        let date = Day(slot.key.day)?.adding(slot.key.minutes / 1440).description
        guard let day = Day(slot.key.day), [slot.key.day, date].contains(fields["day"]?.string ?? ""),
            slot.party == party
        else { return stale(switches.staleSlotStatus) }
        let offers = slots.offers(venue, day: day, party: party, now: now, account: account.id)
        guard let offer = offers.first(where: { $0.key == slot.key && $0.seating.template == slot.template }),
            venue.tockURL == nil
        else { return stale(switches.staleSlotStatus) }
        if offer.seating.isGlobalDining && !offer.seating.isOpenToMembers || offer.seating.isExclusive {
            return .failure(403, "You are not eligible for this reservation.")
        }
        let isCommit = request.method == "GET" || fields["commit"]?.int == 1
        if isCommit, venue.needsCaptcha, (fields["captcha_token"]?.string ?? "").isEmpty {
            return .failure(switches.captchaStatus, "Captcha required", data: ["captcha_token": "missing"])
        }
        var json = detailsObject(offer, venue, party: party, account: account)
        if isCommit {
            let (token, expires) = mint(offer, party: party, account: account)
            json["book_token"] = ["value": .string(token), "date_expires": .string(expires.utcText)]
        }
        return Reply(switches.detailsStatus, json)
    }

    private func stale(_ status: Int) -> Reply {
        .failure(status, status == 412 ? "Precondition Failed" : "Reservation not available")
    }

    /// The terms of a table as of now, with what a fault makes of them.
    private func terms(_ offer: SlotBook.Offer) -> Terms {
        var terms = offer.seating.terms
        if let amount = activeFault(.feeChanges)?.value {
            let kind = terms.kind
            terms = .cardHold(Double(amount))
            if kind != .free { terms.kind = kind }
        }
        if let text = activeFault(.policyChanges)?.text { terms.policy = [text] }
        return terms
    }

    private func mint(_ offer: SlotBook.Offer, party: Int, account: Account) -> (String, Date) {
        let expires = now.addingTimeInterval(Double(switches.bookTokenLifeSeconds))
        let token = "\(Opaque.text(360))|\(Opaque.text(374))|\(Opaque.hex(64))"
        tickets[token] = BookTicket(
            slot: offer.key, party: party, account: account.id, terms: terms(offer), expires: expires)
        if switches.detailsHoldsSeconds > 0 {
            slots.hold(offer.key, for: account.id, until: now.addingTimeInterval(Double(switches.detailsHoldsSeconds)))
        }
        return (token, expires)
    }

    private func detailsObject(_ offer: SlotBook.Offer, _ venue: Venue, party: Int, account: Account) -> JSONValue {
        let terms = terms(offer)
        let cutOff = offer.start.addingTimeInterval(-Double(terms.cutOffSeconds)).utcText
        let symbol = venue.city.symbol
        let isCharged = terms.kind == .deposit || terms.kind == .prepaid
        let total = isCharged ? terms.total(party: party) : 0
        let isRecorded = switches.money == .recorded
        let told = isRecorded ? terms.amount : terms.total(party: party)
        var fee: JSONValue =
            terms.kind == .cardHold
            ? [
                "amount": .double(told), "tax": isRecorded ? nil : 0, "date_cut_off": .string(cutOff),
                "display": ["amount": .string(money(told, symbol: symbol))],
            ] : nil
        if terms.kind == .cardHold, !isRecorded { fee["applies"] = true }
        let none: JSONValue = isRecorded ? nil : []
        let items: [JSONValue] =
            isCharged ? [["name": "Per guest", "quantity": .int(party), "price": .double(terms.amount)]] : []
        let amounts: JSONValue = [
            "items": .array(items), "reservation_charge": .double(total), "subtotal": .double(total), "add_ons": 0,
            "quantity": .int(party), "resy_fee": 0, "service_fee": 0, "service_charge": ["amount": 0, "value": "0%"],
            "tax": 0, "total": .double(total), "surcharge": 0, "price_per_unit": .double(isCharged ? terms.amount : 0),
        ]
        let methods = account.cards.isEmpty || switches.nullPaymentMethods ? JSONValue.null : cardList(account)
        return [
            "cancellation": [
                "credit": ["date_cut_off": nil], "refund": ["date_cut_off": .string(cutOff)], "fee": fee,
                "display": ["policy": .texts(terms.policy)],
            ],
            "change": ["date_cut_off": .string(cutOff)],
            "config": [
                "type": .string(offer.seating.label ?? offer.seating.name), "add_ons": nil,
                "double_confirmation": terms.doubleConfirmation.isEmpty ? none : .texts(terms.doubleConfirmation),
                "event": nil, "features": nil, "is_event": false, "menu_items": none,
                "service_charge_options": none,
            ],
            "locale": ["currency": .string(venue.city.currency), "time_zone": .string(venue.zone)],
            "payment": [
                "config": ["type": .string(switches.paymentTypes[terms.kind.rawValue] ?? "free")], "comp": false,
                "amounts": amounts,
                "display": [
                    "balance": ["value": .string(money(total, symbol: symbol)), "modifier": ""],
                    "buy": [
                        "action": isCharged ? "Pay Now" : "Reserve Now", "init": "",
                        "value": .string(isCharged ? money(total, symbol: symbol) : ""), "before_modifier": "",
                        "after_modifier": "",
                    ],
                    "description": .texts(isCharged ? terms.policy : []),
                ],
                "options": [["amounts": ["total": .double(total)]]],
            ],
            "user": ["payment_methods": methods],
            "venue": [
                "config": [:], "content": [["name": "need_to_know", "body": .string(venue.needToKnow)]],
                "location": locationObject(venue), "contact": ["phone_number": .text(venue.phone)],
                "rater": [["name": "resy", "score": .double(venue.rating)]], "source": nil, "tax_included": false,
            ],
            "viewers": ["total": 3],
        ]
    }
}
