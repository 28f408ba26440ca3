@keys
Feature: The master key is typed in components by custodians who each hold one
  Nobody knows the key: each custodian types a component on the pad, after a password of their own, and the key exists
  only when all have. Until then the old key stays.

  Background:
    Given the estate "components.conf"

  Scenario: Two custodians bring a key that signs in and sells
    Given T1 starts unloaded
    When the administrator types key component 1 DA3DA723587662DF62DA4FD3858651C4 with check value A891
    Then T1 shows "component 1 taken, check value A89140E2"
    And T1 is unloaded
    And the pad of T1 shows "enter the custodian password"
    When the technician types key component 2 97E6ECEFD0B00D98B0C701DAEA94A764 with check value DF292655
    Then T1 shows "component 2 taken, check value DF292655"
    And the pad of T1 shows "master key 07B19860, confirm"
    And T1 is unloaded
    When the technician presses "ENTER"
    Then T1 shows "master key formed, check value 07B19860"
    And T1 has sounded the confirming tone once
    And T1 is loaded
    And the master key of T1 has the check value 07B19860
    And the master key of T1 equals the master key of T1 at the host
    And no wire carries the master key in clear
    When the clerk signs in
    And the clerk sells goods for 25.00 yuan with card A
    Then the sale is approved
    And the host has posted the sale once

  Scenario: Three custodians bring the same key where the bank wants three
    Given T1 starts unloaded
    And T1 follows the policy components = 3
    When the technician types key component 1 DA3DA723587662DF62DA4FD3858651C4 with check value A89140E2A7DB7F42
    And the administrator types key component 2 97E6ECEFD0B00D98B0C701DAEA94A764 with check value DF29
    Then the pad of T1 has never shown "master key 07B19860, confirm"
    When the supervisor types key component 3 0101010101010101FEFEFEFEFEFEFEFE with check value 9295
    Then the pad of T1 has never shown "master key 07B19860, confirm"
    And the pad of T1 shows "master key DDE9DB66, confirm"
    When the supervisor cancels
    Then T1 shows "key not confirmed, old key stays"
    And T1 is unloaded

  Scenario Outline: Component 2 <wrong> is named, and the old key stays
    Given T1 starts signed-in
    When the administrator types key component 1 DA3DA723587662DF62DA4FD3858651C4 with check value A891
    And the <second> types key component 2 <component> with check value <kcv>
    Then T1 shows "<says>"
    And T1 has sounded the error tone once
    And the master key of T1 is still the one from the start
    And no wire carries the master key in clear
    When the clerk sells goods for 25.00 yuan with card A
    Then the sale is approved

    Examples:
      | wrong                     | second        | component                          | kcv  | says                                |
      | of the same custodian     | administrator | 97E6ECEFD0B00D98B0C701DAEA94A764   | DF29 | component 2: same custodian twice   |
      | of somebody else          | clerk         | 97E6ECEFD0B00D98B0C701DAEA94A764   | DF29 | wrong password                      |
      | with a wrong check value  | technician    | 97E6ECEFD0B00D98B0C701DAEA94A764   | DF20 | component 2: wrong check value      |
      | of an odd length          | technician    | 97E6ECEFD0B00D98B0C701DAEA94A7     | DF29 | component 2: 30 digits, not 32      |
      | that is too long          | technician    | 97E6ECEFD0B00D98B0C701DAEA94A76401 | DF29 | component 2: 34 digits, not 32      |
      | of bad parity             | technician    | 97E6ECEFD1B00D98B0C701DAEA94A764   | DF29 | component 2: wrong parity of byte 4 |
      | that equals the first one | technician    | DA3DA723587662DF62DA4FD3858651C4   | A891 | components form a weak key          |

  Scenario: A ceremony that is left half way brings nothing
    Given T1 starts signed-in
    When the administrator types key component 1 DA3DA723587662DF62DA4FD3858651C4 with check value A891
    And the administrator does nothing for 6 min
    Then T1 shows "component 2 missing, old key stays"
    And the master key of T1 is still the one from the start
    When the technician types key component 2 97E6ECEFD0B00D98B0C701DAEA94A764 with check value DF29
    Then the master key of T1 is still the one from the start
    When the clerk sells goods for 25.00 yuan with card A
    Then the sale is approved

  Scenario: A key that the custodians do not confirm is not stored
    Given T1 starts signed-in
    When the administrator types key component 1 DA3DA723587662DF62DA4FD3858651C4 with check value A891
    And the technician types key component 2 97E6ECEFD0B00D98B0C701DAEA94A764 with check value DF29
    And the technician cancels
    Then T1 shows "key not confirmed, old key stays"
    And the master key of T1 is still the one from the start

  Scenario: A power cut between the components forgets the first
    Given T1 starts unloaded
    When the administrator types key component 1 DA3DA723587662DF62DA4FD3858651C4 with check value A891
    And the power of the pad of T1 fails
    And the power of the pad of T1 returns
    And the technician types key component 2 97E6ECEFD0B00D98B0C701DAEA94A764 with check value DF29
    Then the pad of T1 has never shown "master key 07B19860, confirm"
    And T1 is unloaded

  Scenario: Custodians replace a key that the host does not have
    Given T1 starts loaded
    And T1 has the master key with check value 08D7B4FB
    When the clerk signs in
    Then T1 shows "working key download failed, confirm master key download"
    When the administrator types key component 1 DA3DA723587662DF62DA4FD3858651C4 with check value A891
    And the technician types key component 2 97E6ECEFD0B00D98B0C701DAEA94A764 with check value DF29
    And the technician presses "ENTER"
    Then the master key of T1 equals the master key of T1 at the host
    When the clerk signs in
    Then T1 is signed-in

  Scenario Outline: A power cut <moment> it stores the key leaves <which> key whole
    Given T1 starts signed-in
    And the power of the pad of T1 fails <moment> it stores the master key
    When the administrator types key component 1 DA3DA723587662DF62DA4FD3858651C4 with check value A891
    And the technician types key component 2 0101010101010101FEFEFEFEFEFEFEFE with check value 9295
    And the technician presses "ENTER"
    And the power of the pad of T1 returns
    And the administrator re-activates the pad of T1
    Then the master key of T1 <compared> the master key of T1 at the host
    And T1 has never shown "master key formed, check value 711CFEB5"
    When the clerk signs in
    Then T1 shows "<says>"

    Examples:
      | moment      | which   | compared     | says             |
      | just before | the old | equals       | sign-in done     |
      | while       | the old | equals       | sign-in done     |
      | just after  | the new | differs from | master key error |
