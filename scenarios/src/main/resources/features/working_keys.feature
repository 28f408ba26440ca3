@keys @sign-in
Feature: Working keys come wrapped, are checked, and stay inside

  Background:
    Given T1 starts loaded

  @K-19
  Scenario: The host keeps two forms of each key and gives away one
    When the clerk signs in
    Then the host keeps each working key of T1 in POS form and SYS form
    And the HSM has received U4 once

  @K-20 @P-10
  Scenario: No command of the pad gives a key
    When the clerk signs in
    And the clerk sells goods for 5.00 yuan with card A
    And every command of the pad of T1 is tried
    Then no answer of the pad of T1 holds a key
    And the last 0810 to T1 has F62.6 present
    And no wire carries the working keys in clear

  @H-01 @P-10
  Scenario: Frozen keys serve nobody who holds the cable
    Given T2 starts signed-in
    When the technician loosens the plug of the pad of T2
    And the technician pushes in the plug of the pad of T2
    Then the MAC key of T2 is FROZEN
    When every command of the pad of T2 is tried
    Then no answer of the pad of T2 holds a key

  @K-20
  Scenario Outline: A sign-in for <bytes> bytes of keys
    Given T1 follows the policy signInKeys = <code>
    When the clerk signs in
    Then the next sign-in answer to T1 has F62.4 present and F62.6 absent
    And the MAC key of T1 is ACTIVE
    And the track key of T1 is EMPTY

    Examples:
      | bytes | code |
      | 24    | 001  |
      | 40    | 003  |

  @S-04
  Scenario: An answer altered on the line brings no key
    Given the next sign-in answer to T1 is delivered with one bit of F62 flipped
    When the clerk signs in
    Then T1 shows "working key download failed, confirm master key download"
    And the PIN key of T1 is EMPTY
    And the MAC key of T1 is EMPTY
    And the track key of T1 is EMPTY
    And T1 is loaded

  @S-08
  Scenario: Two master keys cannot agree on working keys
    Given T1 has the master key with check value 08D7B4FB
    When the clerk signs in
    Then T1 shows "working key download failed, confirm master key download"
    And the MAC key of T1 is EMPTY

  @S-07
  Scenario: A pad that does not answer
    When the pad of T1 stops answering
    And the clerk signs in
    Then T1 shows "encryption module error"
    And T1 is loaded

  @S-07
  Scenario: A pad that has no usable key left when the answer comes
    Given the host answers the next 0800 with F39 00 after 20 s
    When the clerk chooses "sign in"
    And the technician loosens the plug of the pad of T1
    And the technician pushes in the plug of the pad of T1
    And the shop comes to rest
    Then T1 shows "encryption module error"
    And the master key of T1 is FROZEN
    And the MAC key of T1 is EMPTY
    And T1 is frozen

  @K-21
  Scenario: One wrong check value leaves the old keys in use
    Given T2 starts signed-in
    And the next sign-in answer to T2 is delivered with a wrong check value
    When the clerk of T2 signs in
    Then T2 shows "working key download failed, confirm master key download"
    And the PIN key of T2 is still the one from the start
    And the MAC key of T2 is still the one from the start
    And the track key of T2 is still the one from the start

  @S-01
  Scenario: Batch, date and time come from the host
    When the clerk signs in
    Then the last 0810 to T1 has F60.2 000001 and F13 0316 and F12 present
    And T1 is at batch 000001 and next trace 000002

  @S-12
  Scenario: Each repeated sign-in is given a set of its own
    Given the next sign-in answer to T1 is lost
    When the clerk signs in
    Then the HSM has received U4 twice
    And the PIN key of T1 equals the PIN key of T1 at the host
    And the MAC key of T1 equals the MAC key of T1 at the host
    And the track key of T1 equals the track key of T1 at the host
    And the life of the MAC key of T1 at the host reads:
      | state   |
      | EMPTY   |
      | ACTIVE  |
      | REVOKED |
      | ACTIVE  |

  @R-08
  Scenario Outline: The <key> is on record from birth to loss
    Given T2 starts signed-in
    When the clerk of T2 signs in
    And the technician loosens the plug of the pad of T2
    And the technician pushes in the plug of the pad of T2
    Then the life of the <key> of T2 reads:
      | state   |
      | ACTIVE  |
      | REVOKED |
      | ACTIVE  |
      | FROZEN  |
    When every command of the pad of T2 is tried
    Then the <key> of T2 is LOST

    Examples:
      | key       |
      | PIN key   |
      | MAC key   |
      | track key |

  @R-08
  Scenario: A frozen key is on record with its beginning and its end
    When the technician loosens the plug of the pad of T1
    And the technician pushes in the plug of the pad of T1
    And the technician re-activates the pad of T1
    Then the life of the master key of T1 reads:
      | state  |
      | LOADED |
      | ACTIVE |
      | FROZEN |
      | ACTIVE |
