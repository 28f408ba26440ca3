@keys
Feature: The factory writes a device id and a key into each key chip, and the host holds the same pair
  One machine, one device id, one chip key.

  @K-23
  Scenario: The host holds the pair that the factory wrote
    Given T1 starts loaded
    And T2 starts loaded
    When the clerk of T1 signs in
    And the clerk of T2 signs in
    Then T1 is signed-in
    And T2 is signed-in
    And the device id of T1 equals the device id of T1 at the host
    And the chip key of T1 equals the chip key of T1 at the host
    And the device id of T2 equals the device id of T2 at the host
    And the chip key of T2 equals the chip key of T2 at the host
    And the device id of T1 differs from the device id of T2
    And the chip key of T1 differs from the chip key of T2

  @K-23
  Scenario: A device id that another terminal has is refused, and its terminal with it
    Given the estate "twin_pads.conf"
    And T1 starts loaded
    And T2 starts loaded
    When the clerk of T1 signs in
    Then T1 is signed-in
    When the clerk of T2 signs in
    Then the sign-in of T2 is declined with 97
    And the device id of T1 equals the device id of T2
    And the device id of T2 at the host is EMPTY
    And the chip key of T2 at the host is EMPTY
    And the device id of T1 equals the device id of T1 at the host
    And the chip key of T1 equals the chip key of T1 at the host
