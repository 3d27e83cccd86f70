import LibC
import ResyDomain
import ResyNative

/// How often each is measured; the median counts.
let rounds = getenv("BENCH_ROUNDS").flatMap { Int(String(cString: $0)) } ?? 200

extension Duration {
    var milliseconds: Double { Double(components.attoseconds) / 1e15 + Double(components.seconds) * 1e3 }
}

extension [Double] {
    var median: Double { sorted()[count / 2] }
}

/// Nobody waits.
struct NoPause: Pacing {
    func turn(_ turn: Turn, for purpose: Purpose, before deadline: Instant) async throws {}
}
