extension NearMiss {
  static let upkeep: [NearMiss] = []
}
